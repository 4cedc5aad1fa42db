import { defineEvent, framesOf, toUser, type Frame } from '#kernel/server/index.ts';
import type { ScheduledPost } from '../wire/index.ts';

interface Change {
  readonly scheduled_post: ScheduledPost;
  /** The connection that caused it and knows already. */
  readonly connection_id: string;
}

export const scheduledPostCreated = defineEvent<Change>('scheduled-post.created');
/** It was changed, or could not be sent. */
export const scheduledPostUpdated = defineEvent<Change>('scheduled-post.updated');
/** It was taken back, or sent. */
export const scheduledPostDeleted = defineEvent<Change>('scheduled-post.deleted');

function frameOf(event: string, { scheduled_post, connection_id }: Change): Frame {
  const { topics, broadcast } = toUser(scheduled_post.user_id);
  return { event, data: { scheduledPost: JSON.stringify(scheduled_post) }, topics, broadcast: { ...broadcast, omit_connection_id: connection_id } };
}

export const scheduledPostsFrames = [
  framesOf(scheduledPostCreated, (e) => frameOf('scheduled_post_created', e)),
  framesOf(scheduledPostUpdated, (e) => frameOf('scheduled_post_updated', e)),
  framesOf(scheduledPostDeleted, (e) => frameOf('scheduled_post_deleted', e)),
];
