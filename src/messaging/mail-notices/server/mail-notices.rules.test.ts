import { expect, test } from 'vitest';
import type { MemberNotify } from '#messaging/channels/server/feature.ts';
import { excerptOf, waitOf, wantsMail } from './mail-notices.rules.ts';

const member = (user: object, channel: object = {}, more: object = {}) =>
  ({ is_bot: false, is_active: true, user_props: { email: 'true', email_threads: 'all', ...user }, channel_props: { email: 'default', mark_unread: 'all', ...channel }, ...more }) as unknown as MemberNotify;

test.each([
  ['who wants mails', member({}), true, true],
  ['who wants none', member({ email: 'false' }), true, false],
  ['who wants none of this channel', member({}, { email: 'false' }), true, false],
  ['who wants them of this channel only', member({ email: 'false' }, { email: 'true' }), true, true],
  ['who has muted the channel', member({}, { mark_unread: 'mention', email: 'true' }), true, false],
  ['a bot', member({}, {}, { is_bot: true }), true, false],
  ['a deactivated account', member({}, {}, { is_active: false }), true, false],
  ['who follows a thread and wants all replies', member({}), false, true],
  ['who follows a thread and wants only mentions', member({ email_threads: 'mention' }), false, false],
])('%s', (_who, one, is_addressed, is_written) => expect(wantsMail(one, is_addressed)).toBe(is_written));

test('messages are collected as long as the person chose, where the server allows it', () => {
  expect(waitOf(false, undefined)).toBe(30);
  expect(waitOf(false, '3600')).toBe(30);
  expect(waitOf(true, undefined)).toBe(900);
  expect(waitOf(true, '3600')).toBe(3600);
  expect(waitOf(true, 'soon')).toBe(900);
  expect(waitOf(true, '-5')).toBe(30);
  for (const is_batching of [true, false]) expect(waitOf(is_batching, '0')).toBeUndefined();
});

test('a long message is cut between letters, and its files are counted', () => {
  expect(excerptOf('👍👍👍', 0, 2)).toBe('👍👍…');
  expect(excerptOf('', 2)).toBe('📎 2');
});
