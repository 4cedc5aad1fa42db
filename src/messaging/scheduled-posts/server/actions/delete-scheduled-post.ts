import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { scheduledPostDeleted } from '../scheduled-posts.events.ts';
import { cancelSending } from '../scheduled-posts.jobs.ts';
import { ownScheduledPost, scheduledPostGone } from '../scheduled-posts.permissions.ts';
import { demandScheduledPosts } from '../scheduled-posts.rules.ts';
import { deleteScheduled } from '../scheduled-posts.store.ts';

/** Takes a scheduled message back: it is not sent. */
export const deleteScheduledPost = action({
  name: 'delete-scheduled-post',
  summary: 'Take a scheduled message back.',
  input: z.object({ scheduled_post_id: fields.id() }),
  permission: ownScheduledPost('app.delete_scheduled_post.existing_scheduled_post.not_exist', 'app.delete_scheduled_post.delete_permission.error'),
  run: async (ctx, { scheduled_post_id }) => {
    demandScheduledPosts(ctx);
    const scheduled_post = await ctx.db.tx(async (tx) => {
      await cancelSending(ctx, scheduled_post_id, tx);
      return deleteScheduled(tx, scheduled_post_id);
    });
    if (!scheduled_post) throw scheduledPostGone('app.delete_scheduled_post.existing_scheduled_post.not_exist');
    ctx.emit(scheduledPostDeleted, { scheduled_post, connection_id: ctx.origin.connection_id });
    return scheduled_post;
  },
});
