import { z } from 'zod';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { action, fields, permissionError, userError } from '#kernel/server/index.ts';
import { getChannel } from '#messaging/channels/server/feature.ts';
import { removePost } from '../posts.delete.ts';
import { loadPost, ownOrOthers } from '../posts.permissions.ts';
import { enablePostDeletion } from '../posts.settings.ts';

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
    await removePost(ctx, post, { by: ctx.actor.user_id, is_permanent: permanent });
  },
});
