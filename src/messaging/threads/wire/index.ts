import type { User } from '#identity/users/wire/index.ts';
import type { Id, JsonText, Timestamp } from '#kernel/wire/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';

/** A thread as one of its followers sees it; the id is the root post's. */
export type UserThread = {
  id: Id;
  reply_count: number;
  last_reply_at: Timestamp;
  last_viewed_at: Timestamp;
  /** Only ids are filled unless `extended=true` was asked for. */
  participants: User[] | null;
  post: Post;
  unread_replies: number;
  unread_mentions: number;
  is_urgent: boolean;
  delete_at: Timestamp;
};

export type UserThreads = {
  total: number;
  total_unread_threads: number;
  total_unread_mentions: number;
  total_unread_urgent_mentions: number;
  threads: UserThread[] | null;
};

export type ThreadMembership = {
  post_id: Id;
  user_id: Id;
  following: boolean;
  last_view_timestamp: Timestamp;
  last_update_at: Timestamp;
  unread_mentions: number;
};

export type ThreadEvents = {
  thread_updated: { thread: JsonText<UserThread>; previous_unread_mentions?: number; previous_unread_replies?: number };
  thread_follow_changed: { thread_id: Id; state: boolean; reply_count: number };
  /** Without thread_id: all threads of the team (or of channel_id) are read. */
  thread_read_changed: {
    thread_id?: Id;
    timestamp?: Timestamp;
    unread_mentions?: number;
    unread_replies?: number;
    previous_unread_mentions?: number;
    previous_unread_replies?: number;
    channel_id?: Id;
  };
};
