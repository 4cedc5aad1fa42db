import { expect, test } from 'vitest';
import { checkPost, hashtagsOf, isCounted } from './posts.rules.ts';

test.each([
  ['#release is out', '#release'],
  ['see #über-tag and #tag2.', '#über-tag #tag2'],
  ['#ab is too short, #123 begins with a digit', ''],
  ['`#code` is none', ''],
  ['a#b is none', ''],
  ['no tags', ''],
  ['#日本語タグ', '#日本語タグ'],
])('the hashtags of %j are %j', (text, expected) => {
  expect(hashtagsOf(text)).toBe(expected);
});

test('a message is measured in characters, not in bytes or halves of them', () => {
  const post = (message: string) => ({ message, props: {}, file_ids: [], hashtags: '' });
  expect(() => checkPost(post('😀'.repeat(16_383)))).not.toThrow();
  expect(() => checkPost(post('a'.repeat(16_384)))).toThrow(/16383 characters/);
});

test('too many files and too large props are refused', () => {
  expect(() => checkPost({ message: '', props: {}, hashtags: '', file_ids: Array.from({ length: 11 }, String) })).toThrow(/10 files/);
  expect(() => checkPost({ message: '', props: { a: 'x'.repeat(800_001) }, hashtags: '', file_ids: [] })).toThrow(/props/);
});

test('joining and leaving make nothing unread', () => {
  expect([isCounted(''), isCounted('system_header_change'), isCounted('system_join_channel'), isCounted('system_add_to_team')]).toEqual([true, true, false, false]);
});
