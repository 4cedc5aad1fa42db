import { z } from 'zod';
import { action, newId, userError } from '#kernel/server/index.ts';
import { addWaitingFiles } from '#messaging/drafts/server/feature.ts';
import { postsToChannel } from '#messaging/posts/server/feature.ts';
import { contentOf, scheduledPostFields } from '../scheduled-post-fields.ts';
import { scheduledPostCreated } from '../scheduled-posts.events.ts';
import { scheduleSending } from '../scheduled-posts.jobs.ts';
import { demandScheduledPosts, MAX_WAITING } from '../scheduled-posts.rules.ts';
import { countScheduled, insertScheduled } from '../scheduled-posts.store.ts';

/** Has a message sent later. */
export const schedulePost = action({
  name: 'schedule-post',
  summary: 'Have a message sent at a later time.',
  input: z.object(scheduledPostFields),
  permission: postsToChannel,
  run: async (ctx, input) => {
    demandScheduledPosts(ctx);
    const content = await contentOf(ctx, input);
    const { user_id } = ctx.actor;
    if ((await countScheduled(ctx.db, user_id)) >= MAX_WAITING) throw userError('app.scheduled_post.limit.app_error', `You have ${MAX_WAITING} scheduled messages already. Send or delete some of them first.`);
    const scheduled_post = await ctx.db.tx(async (tx) => {
      const made = await insertScheduled(tx, newId(ctx.now), user_id, content, ctx.now);
      await scheduleSending(ctx, made, tx);
      return made;
    });
    await addWaitingFiles(ctx, user_id, [scheduled_post]);
    ctx.emit(scheduledPostCreated, { scheduled_post, connection_id: ctx.origin.connection_id });
    return scheduled_post;
  },
});
