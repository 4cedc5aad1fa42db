import { create } from 'zustand';
import { myTeams } from '#identity/teams/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { getChannel } from '#messaging/channels/web/index.ts';
import { getPost, keepPosts, threadMarksState } from '#messaging/posts/web/index.ts';
import type { UserThread } from '#messaging/threads/wire/index.ts';
import { no_threads, type TeamThreads, type ThreadsData, type ThreadState } from './threads.rules.ts';

/** Threads that the person follows. */
export const threadsState = create<ThreadsData>(() => no_threads);

/** Changes the threads; what is unread in them shows below their roots at once. */
export function changeThreads(change: (data: ThreadsData) => ThreadsData): void {
  threadsState.setState(change, true);
  const { by_id } = threadsState.getState();
  threadMarksState.setState({ by_root: by_id });
}

/** The posts of threads go to all other posts, with the figures that only the thread knows. */
export function keepRoots(threads: readonly UserThread[]): void {
  keepPosts(threads.filter((thread) => thread.post?.id).map((thread) => ({
    ...thread.post, reply_count: thread.reply_count, last_reply_at: thread.last_reply_at, participants: thread.participants, is_following: true,
  })));
}

export function useThread(thread_id: Id): ThreadState | undefined {
  return threadsState((state) => state.by_id[thread_id]);
}

export function useThreadTotals(team_id: Id): TeamThreads | undefined {
  return threadsState((state) => state.totals[team_id]);
}

/** The team whose list holds a thread; threads of direct channels are in every team's. */
export function teamsOfThread(thread_id: Id): Id[] {
  const team_id = getChannel(getPost(thread_id)?.channel_id ?? '')?.team_id;
  return team_id ? [team_id] : myTeams().map((team) => team.id);
}
