import { expect, test } from 'vitest';
import type { Draft } from '#messaging/posts/web/index.ts';
import { isUnsaved, mergeDraft, signatureOf, toLocal } from './drafts.rules.ts';

const draft = (message: string, update_at: number, is_saved: boolean): Draft => {
  const content = { message, files: [], priority: null };
  return { ...content, update_at, ...(is_saved && { synced: signatureOf(content) }) };
};

test.each([
  ['only the server has one', undefined, draft('a', 1, true), 'take'],
  ['both have the same', draft('a', 1, true), draft('a', 1, true), 'keep'],
  ['the server has a newer one', draft('a', 1, true), draft('b', 2, true), 'take'],
  ['another device has sent or deleted it', draft('a', 1, true), undefined, 'drop'],
  ['it was written while the server was away', draft('a', 1, false), undefined, 'send'],
  ['it was written later than the server\'s', draft('a', 2, false), draft('b', 1, true), 'send'],
  ['it was written earlier than the server\'s', draft('a', 1, false), draft('b', 2, true), 'take'],
  ['nobody has one', undefined, undefined, 'keep'],
] as const)('when %s it is decided so', (_what, local, remote, merge) => {
  expect(mergeDraft(local, remote)).toBe(merge);
});

test('what comes from the server is saved there until somebody writes on', () => {
  const local = toLocal({ message: 'a', update_at: 1, create_at: 1, delete_at: 0, user_id: 'u', channel_id: 'c', root_id: '', type: '', props: {}, priority: { priority: 'urgent' } });
  expect([isUnsaved(local), isUnsaved({ ...local, message: 'ab' }), isUnsaved({ ...local, priority: null })]).toEqual([false, true, true]);
});
