import { describe, expect, it } from 'vitest';
import type { Post } from '#messaging/posts/wire/index.ts';
import { buildRows, countNew, type RowsInput } from './posts.rows.ts';

const MORNING = new Date(2026, 4, 4, 9, 0).getTime();
const MINUTE = 60_000;

function post(id: string, minutes: number, more: Partial<Post> = {}): Post {
  const create_at = MORNING + minutes * MINUTE;
  return {
    id, create_at, update_at: create_at, edit_at: 0, delete_at: 0, is_pinned: false, user_id: 'amara', channel_id: 'ops', root_id: '', original_id: '', message: id,
    type: '', props: {}, hashtags: '', pending_post_id: '', reply_count: 0, last_reply_at: 0, participants: null, ...more,
  };
}

function write(posts: Post[], more: Partial<RowsInput> = {}): string {
  const input: RowsInput = { ids: posts.map((one) => one.id), posts: Object.fromEntries(posts.map((one) => [one.id, one])), pending: [], me: 'me', new_after: 0, is_oldest: true, is_newest: true, ...more };
  return buildRows(input)
    .map((row) => (row.kind === 'post' || row.kind === 'pending' ? (row.is_grouped ? '+' : '') + row.key : row.kind === 'activity' ? `[${row.ids.join()}]` : row.kind))
    .join(' ');
}

describe('rows of a message list', () => {
  it('groups what one person writes within five minutes', () => {
    expect(write([post('a', 0), post('b', 2), post('c', 9), post('d', 10, { user_id: 'john' })])).toBe('intro date a +b c d');
  });

  it('draws a line between days', () => {
    expect(write([post('a', 0), post('b', 24 * 60)])).toBe('intro date a date b');
  });

  it('draws the line of new messages before the first one of somebody else', () => {
    const posts = [post('a', 0), post('b', 1, { user_id: 'me' }), post('c', 2), post('d', 3)];
    expect(write(posts, { new_after: MORNING })).toBe('intro date a b new c +d');
    expect(countNew(['a', 'b', 'c', 'd'], Object.fromEntries(posts.map((one) => [one.id, one])), 'me', MORNING)).toBe(2);
  });

  it('gathers people who come and go into one line', () => {
    expect(write([post('a', 0, { type: 'system_join_channel' }), post('b', 1, { type: 'system_leave_channel' }), post('c', 2)])).toBe('intro date [a,b] c');
  });

  it('does not group posts of one webhook under different names', () => {
    expect(write([post('a', 0, { props: { from_webhook: 'true', override_username: 'ci' } }), post('b', 1, { props: { from_webhook: 'true', override_username: 'cd' } })])).toBe('intro date a b');
  });

  it('keeps the key of a message while it becomes a post', () => {
    const pending = [{ pending_post_id: 'me:1', create_at: MORNING }];
    expect(write([], { pending })).toBe('intro date me:1');
    expect(write([post('z', 0, { user_id: 'me', pending_post_id: 'me:1' })])).toBe('intro date me:1');
  });

  it('offers to load more where there is more, and hides unsent messages there', () => {
    expect(write([post('a', 0)], { is_oldest: false, is_newest: false, pending: [{ pending_post_id: 'me:1', create_at: MORNING }] })).toBe('older date a newer');
  });
});
