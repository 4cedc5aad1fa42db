import { defineEvent, framesOf, toUser } from '#kernel/server/index.ts';
import type { UserThread } from '../wire/index.ts';

/** A followed thread has changed for one of its followers. */
export const threadUpdated = defineEvent<{ user_id: string; team_id: string; thread: UserThread; previous_unread_mentions: number; previous_unread_replies: number }>('thread.updated');
/** A person follows a thread, or no longer. */
export const threadFollowChanged = defineEvent<{ user_id: string; team_id: string; thread_id: string; state: boolean; reply_count: number }>('thread.follow-changed');
/** A person has read threads: one, all of a channel, or all of a team. */
export const threadReadChanged = defineEvent<{ user_id: string; team_id?: string; channel_id?: string; data: Record<string, string | number> }>('thread.read-changed');

export const threadsFrames = [
  framesOf(threadUpdated, ({ user_id, team_id, thread, previous_unread_mentions, previous_unread_replies }) => ({
    event: 'thread_updated',
    data: { thread: JSON.stringify(thread), previous_unread_mentions, previous_unread_replies },
    topics: toUser(user_id).topics,
    broadcast: { user_id, team_id },
  })),
  framesOf(threadFollowChanged, ({ user_id, team_id, ...data }) => ({ event: 'thread_follow_changed', data, topics: toUser(user_id).topics, broadcast: { user_id, team_id } })),
  framesOf(threadReadChanged, ({ user_id, team_id, channel_id, data }) => ({ event: 'thread_read_changed', data, topics: toUser(user_id).topics, broadcast: { user_id, team_id: team_id ?? '', channel_id: channel_id ?? '' } })),
];
