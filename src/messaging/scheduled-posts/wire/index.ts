import type { Id, JsonText, Timestamp } from '#kernel/wire/index.ts';
import type { Draft } from '#messaging/drafts/wire/index.ts';

/** Why a message was not sent at its time; empty = it still waits. */
export type ScheduledPostError =
  | '' | 'unknown' | 'channel_archived' | 'channel_not_found' | 'user_missing' | 'user_deleted' | 'no_channel_permission' | 'no_channel_member' | 'thread_deleted' | 'unable_to_send' | 'invalid_post';

/** A message that the server sends later in its writer's name. */
export type ScheduledPost = Draft & {
  id: Id;
  scheduled_at: Timestamp;
  /** When sending it failed; 0 before. */
  processed_at: Timestamp;
  error_code: ScheduledPostError;
};

/** By team; those of direct and group channels under `directChannels`. */
export type ScheduledPostsByTeam = Record<Id | 'directChannels', ScheduledPost[]>;

export type ScheduledPostEvents = {
  scheduled_post_created: { scheduledPost: JsonText<ScheduledPost> };
  scheduled_post_updated: { scheduledPost: JsonText<ScheduledPost> };
  scheduled_post_deleted: { scheduledPost: JsonText<ScheduledPost> };
};
