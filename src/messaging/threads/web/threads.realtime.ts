import { currentTeam, myTeams } from '#identity/teams/web/index.ts';
import { parseJsonText, realtime } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { getPost, postsState } from '#messaging/posts/web/index.ts';
import type { ThreadEvents } from '#messaging/threads/wire/index.ts';
import { markAllRead, markThreadRead, setFollow, updateThread } from './threads.rules.ts';
import { changeThreads, keepRoots, teamsOfThread, threadsState } from './threads.state.ts';

export function listenToThreads(): void {
  realtime.on<ThreadEvents['thread_updated']>('thread_updated', (data, { team_id }) => {
    const thread = parseJsonText(data.thread);
    keepRoots([thread]);
    const before = data.previous_unread_replies === undefined ? undefined : { unread_replies: data.previous_unread_replies, unread_mentions: data.previous_unread_mentions ?? 0 };
    changeThreads((threads) => updateThread(threads, teamsOf(team_id), thread, before));
  });
  realtime.on<ThreadEvents['thread_read_changed']>('thread_read_changed', (data, broadcast) => {
    const at = data.timestamp ?? Date.now();
    if (data.thread_id) {
      const before = data.previous_unread_replies === undefined ? undefined : { unread_replies: data.previous_unread_replies, unread_mentions: data.previous_unread_mentions ?? 0 };
      const left = { unread_replies: data.unread_replies ?? 0, unread_mentions: data.unread_mentions ?? 0 };
      changeThreads((threads) => markThreadRead(threads, teamsOf(broadcast.team_id), data.thread_id!, at, left, before));
    } else if (broadcast.channel_id || data.channel_id) readChannelThreads(broadcast.channel_id || data.channel_id!, at);
    else changeThreads((threads) => markAllRead(threads, broadcast.team_id || (currentTeam()?.id ?? ''), (id) => teamsOfThread(id).includes(broadcast.team_id), at));
  });
  realtime.on<ThreadEvents['thread_follow_changed']>('thread_follow_changed', ({ thread_id, state, reply_count }, { team_id }) => receiveFollow(teamsOf(team_id), thread_id, state, reply_count));
}

/** Keeps thread and root of one mind about who follows. */
export function receiveFollow(team_ids: readonly Id[], thread_id: Id, is_following: boolean, reply_count: number): void {
  changeThreads((threads) => setFollow(threads, team_ids, thread_id, is_following, reply_count, Date.now()));
  const root = getPost(thread_id);
  if (root) postsState.setState(({ posts }) => ({ posts: { ...posts, [thread_id]: { ...root, is_following } } }));
}

function readChannelThreads(channel_id: Id, at: number): void {
  const nothing = { unread_replies: 0, unread_mentions: 0 };
  for (const id of Object.keys(threadsState.getState().by_id)) {
    if (getPost(id)?.channel_id === channel_id) changeThreads((threads) => markThreadRead(threads, teamsOfThread(id), id, at, nothing));
  }
}

// Events of direct channels name no team: their threads are in the list of every team.
function teamsOf(team_id: Id): Id[] {
  return team_id ? [team_id] : myTeams().map((team) => team.id);
}
