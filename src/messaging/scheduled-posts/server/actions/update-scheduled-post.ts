import { z } from 'zod';
import { action, fields, invalidBody, permissionError } from '#kernel/server/index.ts';
import { addWaitingFiles } from '#messaging/drafts/server/feature.ts';
import { postsToChannel } from '#messaging/posts/server/feature.ts';
import { contentOf, scheduledPostFields } from '../scheduled-post-fields.ts';
import { scheduledPostUpdated } from '../scheduled-posts.events.ts';
import { scheduleSending } from '../scheduled-posts.jobs.ts';
import { loadOwn, ownScheduledPost, scheduledPostGone } from '../scheduled-posts.permissions.ts';
import { demandScheduledPosts } from '../scheduled-posts.rules.ts';
import { updateScheduled } from '../scheduled-posts.store.ts';

/** Changes what will be sent, or when. One that could not be sent is tried again. */
export const updateScheduledPost = action({
  name: 'update-scheduled-post',
  summary: 'Change a scheduled message or its time.',
  input: z.object({ ...scheduledPostFields, scheduled_post_id: fields.id(), id: fields.id().optional() }),
  permission: ownScheduledPost('app.update_scheduled_post.existing_scheduled_post.not_exist', 'app.update_scheduled_post.update_permission.error'),
  run: async (ctx, { scheduled_post_id, id, ...input }) => {
    demandScheduledPosts(ctx);
    if (id && id !== scheduled_post_id) throw invalidBody('id', 'It differs from that of the address.');
    const before = await loadOwn(ctx, scheduled_post_id);
    // Where it goes was decided when it was written.
    const where = { channel_id: before!.channel_id, root_id: before!.root_id };
    if (!(await postsToChannel.check(ctx, where))) throw permissionError(ctx.actor.user_id, ['create_post']);
    const content = await contentOf(ctx, { ...input, ...where });
    const scheduled_post = await ctx.db.tx(async (tx) => {
      const changed = await updateScheduled(tx, scheduled_post_id, content, ctx.now);
      if (!changed) throw scheduledPostGone('app.update_scheduled_post.existing_scheduled_post.not_exist');
      await scheduleSending(ctx, changed, tx);
      return changed;
    });
    await addWaitingFiles(ctx, ctx.actor.user_id, [scheduled_post]);
    ctx.emit(scheduledPostUpdated, { scheduled_post, connection_id: ctx.origin.connection_id });
    return scheduled_post;
  },
});
