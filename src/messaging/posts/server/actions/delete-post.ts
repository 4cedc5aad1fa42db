import { z } from 'zod';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { action, fields, permissionError, userError } from '#kernel/server/index.ts';
import { getChannel } from '#messaging/channels/server/feature.ts';
import { postDeleted } from '../posts.events.ts';
import { afterPostsDeleted } from '../posts.extensions.ts';
import { loadPost, ownOrOthers } from '../posts.permissions.ts';
import { enablePostDeletion } from '../posts.settings.ts';
import { deletePost as removePost, erasePost } from '../posts.store.ts';

/** Deletes a post; with a root its replies go too. */
export const deletePost = action({
  name: 'delete-post',
  summary: 'Delete a message; with the first of a thread its replies too.',
  input: z.object({ post_id: fields.id(), permanent: fields.queryFlag() }),
  permission: ownOrOthers('delete_post', 'delete_others_posts'),
  run: async (ctx, { post_id, permanent }) => {
    const post = await loadPost(ctx, post_id);
    if (permanent && !ctx.settings.get(enablePostDeletion)) throw userError('api.post.delete_post.not_enabled.app_error', 'Removing messages for good is switched off (ServiceSettings.EnableAPIPostDeletion).', 501);
    if (permanent && !(await hasPermission(ctx, 'manage_system'))) throw permissionError(ctx.actor.user_id, ['manage_system']);
    const channel = await getChannel(ctx.app, post.channel_id);
    if (channel?.delete_at) throw userError('api.post.delete_post.can_not_delete_post_in_deleted.error', 'The channel is archived: its messages cannot be deleted.');
    const deleted_ids = await ctx.db.tx(async (tx) => {
      const ids = permanent ? await erasePost(tx, post) : await removePost(tx, post, ctx.actor.user_id, ctx.now);
      for (const hook of ctx.app.all(afterPostsDeleted)) await hook(tx, post, ids, ctx.now);
      return ids;
    });
    ctx.emit(postDeleted, { post, deleted_ids, user_id: ctx.actor.user_id });
  },
});
