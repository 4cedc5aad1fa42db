import { z } from 'zod';
import { actorOf, getUser } from '#identity/users/server/feature.ts';
import { AppError, defineJob, fields, type Ctx, type JobCtx, type Sql } from '#kernel/server/index.ts';
import { getChannel, isChannelMember } from '#messaging/channels/server/feature.ts';
import { createPost, findPost, postsToChannel } from '#messaging/posts/server/feature.ts';
import type { ScheduledPost, ScheduledPostError } from '../wire/index.ts';
import { scheduledPostDeleted, scheduledPostUpdated } from './scheduled-posts.events.ts';
import { STALE_MS } from './scheduled-posts.rules.ts';
import { deleteScheduled, findScheduled, markFailed } from './scheduled-posts.store.ts';

/** Sends a message at its time, as who wrote it. The id makes the post unique: a second run finds the post of the first. */
export const sendScheduledPost = defineJob({
  name: 'send-scheduled-post',
  summary: 'Send a message that was scheduled.',
  input: z.object({ id: fields.id(), scheduled_at: z.number() }),
  run: async (ctx, { id, scheduled_at }) => {
    const scheduled_post = await findScheduled(ctx.db, id);
    if (!scheduled_post || scheduled_post.scheduled_at !== scheduled_at || scheduled_post.error_code) return;
    const error_code = await send(ctx, scheduled_post);
    if (error_code) {
      const failed = await markFailed(ctx.db, id, scheduled_at, error_code, ctx.now);
      if (failed) ctx.emit(scheduledPostUpdated, { scheduled_post: failed, connection_id: '' });
    } else if (await deleteScheduled(ctx.db, id)) ctx.emit(scheduledPostDeleted, { scheduled_post, connection_id: '' });
  },
});

export function scheduleSending(ctx: Ctx, { id, scheduled_at }: ScheduledPost, tx: Sql): Promise<void> {
  return ctx.jobs.add(sendScheduledPost, { id, scheduled_at }, { key: jobKey(id), run_at: scheduled_at, tx });
}

export function cancelSending(ctx: Ctx, id: string, tx: Sql): Promise<void> {
  return ctx.jobs.remove(jobKey(id), tx);
}

function jobKey(id: string): string {
  return `scheduled-post ${id}`;
}

// '' if it is sent. What is the database's fault is thrown, so that it is tried again.
async function send(ctx: JobCtx, post: ScheduledPost): Promise<ScheduledPostError> {
  const user = await getUser(ctx.app, post.user_id);
  if (!user) return 'user_missing';
  if (user.delete_at) return 'user_deleted';
  if (ctx.now - post.scheduled_at > STALE_MS) return 'unable_to_send';
  const channel = await getChannel(ctx.app, post.channel_id);
  if (!channel) return 'channel_not_found';
  if (channel.delete_at) return 'channel_archived';
  const as_writer: Ctx = { ...ctx, actor: actorOf(user) };
  if (!(await postsToChannel.check(as_writer, post))) return (await isChannelMember(ctx.app, channel.id, user.id)) ? 'no_channel_permission' : 'no_channel_member';
  if (post.root_id && !(await findPost(ctx.db, post.root_id))) return 'thread_deleted';
  try {
    const { channel_id, root_id, message, type, props, file_ids, priority } = post;
    await createPost(as_writer, { channel_id, user_id: user.id, root_id, message, type, props, file_ids, metadata: { priority }, pending_post_id: post.id }, { set_online: false });
    return '';
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return 'invalid_post';
    if (ctx.is_last_attempt) return 'unknown';
    throw error;
  }
}
