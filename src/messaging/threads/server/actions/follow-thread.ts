import { z } from 'zod';
import { action, fields, type Ctx } from '#kernel/server/index.ts';
import { getChannel } from '#messaging/channels/server/feature.ts';
import { loadPost } from '#messaging/posts/server/feature.ts';
import { threadFollowChanged } from '../threads.events.ts';
import { ownThread } from '../threads.permissions.ts';
import { setFollowing } from '../threads.store.ts';

/** Follows a thread from now on. */
export const followThread = action({
  name: 'follow-thread',
  summary: 'Follow a thread.',
  input: z.object({ user_id: fields.id(), team_id: fields.id(), thread_id: fields.id() }),
  permission: ownThread,
  run: (ctx, { user_id, thread_id }) => changeFollowing(ctx, user_id, thread_id, true),
});

/** Sets whether a person follows a thread and tells the person's clients. */
export async function changeFollowing(ctx: Ctx, user_id: string, thread_id: string, state: boolean): Promise<void> {
  const post = await loadPost(ctx, thread_id);
  await setFollowing(ctx.db, post.root_id || post.id, user_id, state, ctx.now);
  const team_id = (await getChannel(ctx.app, post.channel_id))?.team_id ?? '';
  ctx.emit(threadFollowChanged, { user_id, team_id, thread_id: post.root_id || post.id, state, reply_count: post.reply_count });
}
