import { describe, expect, it } from 'vitest';
import type { UserThread } from '#messaging/threads/wire/index.ts';
import { addThreads, markAllRead, markThreadRead, no_threads, setFollow, setTotals, updateThread } from './threads.rules.ts';

const thread = (id: string, unread_replies: number, unread_mentions = 0): UserThread =>
  ({ id, reply_count: 3, last_reply_at: 9, last_viewed_at: 5, participants: [], post: {}, unread_replies, unread_mentions, is_urgent: false, delete_at: 0 }) as unknown as UserThread;
const totals = (total: number, total_unread_threads: number, total_unread_mentions: number) => ({ total, total_unread_threads, total_unread_mentions, total_unread_urgent_mentions: 0, threads: [] });
const start = setTotals(addThreads(no_threads, [thread('a', 0), thread('b', 2, 1)]), 'team', totals(2, 1, 1));

describe('followed threads', () => {
  it('become unread once, however many replies come', () => {
    let data = updateThread(start, ['team'], thread('a', 1));
    data = updateThread(data, ['team'], thread('a', 2, 1));
    expect(data.totals.team).toEqual({ total: 2, total_unread_threads: 2, total_unread_mentions: 2 });
  });

  it('that are not loaded move the totals by what the event says', () => {
    expect(updateThread(start, ['team'], thread('z', 1), { unread_replies: 0, unread_mentions: 0 }).totals.team?.total_unread_threads).toBe(2);
    expect(updateThread(start, ['team'], thread('z', 5), { unread_replies: 4, unread_mentions: 0 }).totals.team?.total_unread_threads).toBe(1);
  });

  it('are read here or elsewhere', () => {
    const data = markThreadRead(start, ['team'], 'b', 20, { unread_replies: 0, unread_mentions: 0 });
    expect(data.by_id.b).toMatchObject({ unread_replies: 0, last_viewed_at: 20 });
    expect(data.totals.team).toEqual({ total: 2, total_unread_threads: 0, total_unread_mentions: 0 });
    expect(markThreadRead(data, ['team'], 'b', 21, { unread_replies: 0, unread_mentions: 0 }).totals).toEqual(data.totals);
  });

  it('are all read at once', () => {
    const data = markAllRead(start, 'team', () => true, 30);
    expect(data.by_id.b?.unread_replies).toBe(0);
    expect(data.totals.team?.total_unread_threads).toBe(0);
  });

  it('are followed and left', () => {
    const left = setFollow(start, ['team'], 'b', false, 3, 30);
    expect(left.totals.team).toEqual({ total: 1, total_unread_threads: 0, total_unread_mentions: 0 });
    expect(setFollow(left, ['team'], 'b', true, 3, 40).totals.team?.total).toBe(2);
    expect(setFollow(left, ['team'], 'b', false, 3, 40)).toBe(left);
  });
});
