import { expect, test } from 'vitest';
import type { MemberNotify } from '#messaging/channels/server/feature.ts';
import { findMentions } from './mentions.ts';

const member = (username: string, more: Partial<MemberNotify> = {}) => ({ username, first_name: '', mention_keys: [], channel_wide: true, is_bot: false, is_guest: false, is_active: true, user_props: {}, channel_props: {}, ...more }) as MemberNotify;

const members = new Map<string, MemberNotify>([
  ['ann', member('ann', { mention_keys: ['deploy', 'out of memory'], first_name: 'Ann' })],
  ['bob', member('bob.smith')],
  ['cat', member('cat_', { mention_keys: ['障害'] })],
]);

const found = (text: string) => [...findMentions([text], members).users].sort();

test.each([
  ['@ann look', ['ann']],
  ['hello @ann.', ['ann']],
  ['(@ann)', ['ann']],
  ['@ANN', ['ann']],
  ['@bob.smith: done', ['bob']],
  ['@bob.smith...', ['bob']],
  ['@cat_', ['cat']],
  ['mail ann@example.com', []],
  ['@annabel', []],
  ['the deploy failed', ['ann']],
  ['Deploy!', ['ann']],
  ['deploy-eu', ['ann']],
  ['redeployed', []],
  ['we are out of  memory again', ['ann']],
  ['Ann knows', ['ann']],
  ['ann knows', []],
  ['重大な障害です', ['cat']],
  ['`@ann` and ```\n@bob.smith\n```', []],
  ['```\n@ann', []],
  [':deploy:', []],
  ['see [the page](https://example.com/@ann)', []],
  ['see https://example.com/@ann now', []],
  ['', []],
])('%j addresses %j', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('the whole channel is addressed by @channel and @all, those present by @here', () => {
  expect(findMentions(['@all please'], members)).toMatchObject({ is_wide: true, is_here: false });
  expect(findMentions(['@Channel.'], members)).toMatchObject({ is_wide: true });
  expect(findMentions(['@here?'], members)).toMatchObject({ is_wide: false, is_here: true });
  expect(findMentions(['`@all` and small @allison'], members)).toMatchObject({ is_wide: false, unknown: ['allison'] });
});

test('names that nobody in the channel has are told apart', () => {
  expect(findMentions(['@dora and @ann and @dora'], members)).toMatchObject({ unknown: ['dora'] });
});

test('a change of the members is seen at once', () => {
  const later = new Map(members).set('dora', member('dora'));
  expect([...findMentions(['@dora'], later).users]).toEqual(['dora']);
});
