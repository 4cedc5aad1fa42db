import { z } from 'zod';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { fields, permissionError, query, userError } from '#kernel/server/index.ts';
import { canReadChannel } from '#messaging/channels/server/feature.ts';
import { presentPost } from '../posts.present.ts';
import { findPost } from '../posts.store.ts';

/** One post. Administrators may ask for a deleted one. */
export const getPost = query({
  name: 'get-post',
  summary: 'Get one message.',
  input: z.object({ post_id: fields.id(), include_deleted: fields.queryFlag() }),
  permission: { scope: 'channel', ids: ['read_channel_content'], check: async (ctx, { include_deleted }) => !include_deleted || (await hasPermission(ctx, 'manage_system')) },
  run: async (ctx, { post_id, include_deleted }) => {
    const post = await findPost(ctx.db, post_id, include_deleted);
    if (!post) throw userError('app.post.get.app_error', 'This message does not exist or was deleted.', 404);
    if (!(await canReadChannel(ctx, post.channel_id))) throw permissionError(ctx.actor.user_id, ['read_channel_content']);
    return presentPost(ctx, post);
  },
});
