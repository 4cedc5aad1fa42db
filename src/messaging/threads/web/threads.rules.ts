import type { Id, Timestamp } from '#kernel/wire/index.ts';
import type { UserThread, UserThreads } from '#messaging/threads/wire/index.ts';

/** A followed thread without its posts, which live with all other posts. */
export type ThreadState = Omit<UserThread, 'post' | 'participants' | 'delete_at' | 'is_urgent'> & { readonly is_following: boolean };

export type TeamThreads = { readonly total: number; readonly total_unread_threads: number; readonly total_unread_mentions: number };

export type ThreadsData = {
  readonly by_id: Readonly<Record<Id, ThreadState>>;
  /** Figures of each team, of its own and all direct channels together. */
  readonly totals: Readonly<Record<Id, TeamThreads>>;
  /** Grows when everything must be loaded anew. */
  readonly generation: number;
};

export const no_threads: ThreadsData = { by_id: {}, totals: {}, generation: 0 };
const no_totals: TeamThreads = { total: 0, total_unread_threads: 0, total_unread_mentions: 0 };

export function toThreadState(thread: UserThread): ThreadState {
  const { id, reply_count, last_reply_at, last_viewed_at, unread_replies, unread_mentions } = thread;
  return { id, reply_count, last_reply_at, last_viewed_at, unread_replies, unread_mentions, is_following: true };
}

export function addThreads(data: ThreadsData, threads: readonly UserThread[]): ThreadsData {
  return { ...data, by_id: { ...data.by_id, ...Object.fromEntries(threads.map((thread) => [thread.id, toThreadState(thread)])) } };
}

export function setTotals(data: ThreadsData, team_id: Id, answer: UserThreads): ThreadsData {
  const { total, total_unread_threads, total_unread_mentions } = answer;
  return { ...data, totals: { ...data.totals, [team_id]: { total, total_unread_threads, total_unread_mentions } } };
}

/** A thread changed: its new figures replace the old ones, the totals move by the difference. */
export function updateThread(data: ThreadsData, team_ids: readonly Id[], thread: UserThread, before?: { unread_replies: number; unread_mentions: number }): ThreadsData {
  const known = data.by_id[thread.id];
  const was = known ?? { unread_replies: before?.unread_replies ?? 0, unread_mentions: before?.unread_mentions ?? 0 };
  return moveTotals(addThreads(data, [thread]), team_ids, was, thread, known || before ? 0 : 1);
}

/** The thread was read up to a time, here or on another page of the same person. */
export function markThreadRead(data: ThreadsData, team_ids: readonly Id[], thread_id: Id, at: Timestamp, left: { unread_replies: number; unread_mentions: number }, before?: { unread_replies: number; unread_mentions: number }): ThreadsData {
  const known = data.by_id[thread_id];
  const was = known ?? before;
  const by_id = known ? { ...data.by_id, [thread_id]: { ...known, ...left, last_viewed_at: at } } : data.by_id;
  return was ? moveTotals({ ...data, by_id }, team_ids, was, left, 0) : { ...data, by_id };
}

export function markAllRead(data: ThreadsData, team_id: Id, is_of_team: (thread_id: Id) => boolean, at: Timestamp): ThreadsData {
  const by_id = Object.fromEntries(Object.entries(data.by_id).map(([id, thread]) => [id, is_of_team(id) ? { ...thread, unread_replies: 0, unread_mentions: 0, last_viewed_at: at } : thread]));
  const totals = data.totals[team_id] ?? no_totals;
  return { ...data, by_id, totals: { ...data.totals, [team_id]: { ...totals, total_unread_threads: 0, total_unread_mentions: 0 } } };
}

/** The person follows the thread from now on, or does no longer. */
export function setFollow(data: ThreadsData, team_ids: readonly Id[], thread_id: Id, is_following: boolean, reply_count: number, at: Timestamp): ThreadsData {
  const known = data.by_id[thread_id];
  if (known?.is_following === is_following) return data;
  const quiet = { unread_replies: 0, unread_mentions: 0 };
  const next: ThreadState = { id: thread_id, reply_count, last_reply_at: known?.last_reply_at ?? 0, last_viewed_at: at, ...quiet, is_following };
  return moveTotals({ ...data, by_id: { ...data.by_id, [thread_id]: next } }, team_ids, known ?? quiet, quiet, is_following ? 1 : -1);
}

type Unread = { readonly unread_replies: number; readonly unread_mentions: number };

function moveTotals(data: ThreadsData, team_ids: readonly Id[], was: Unread, is: Unread, threads: number): ThreadsData {
  const totals = { ...data.totals };
  const unread = (is.unread_replies > 0 ? 1 : 0) - (was.unread_replies > 0 ? 1 : 0);
  for (const team_id of team_ids) {
    const old = totals[team_id];
    if (!old) continue;
    totals[team_id] = {
      total: Math.max(0, old.total + threads),
      total_unread_threads: Math.max(0, old.total_unread_threads + unread),
      total_unread_mentions: Math.max(0, old.total_unread_mentions + is.unread_mentions - was.unread_mentions),
    };
  }
  return { ...data, totals };
}
