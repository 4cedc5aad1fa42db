import { z } from 'zod';
import { action, fields, userError } from '#kernel/server/index.ts';
import type { Post } from '../../wire/index.ts';
import { editPost } from '../posts.edit.ts';
import { inPostChannel, loadPost } from '../posts.permissions.ts';

/** Brings an earlier version of one's own post back; the present one is kept as a version. */
export const restorePostVersion = action({
  name: 'restore-post-version',
  summary: 'Bring back an earlier version of a message of the actor.',
  input: z.object({ post_id: fields.id(), restore_version_id: fields.id() }),
  permission: {
    scope: 'channel',
    ids: ['edit_post'],
    check: async (ctx, input) => (await loadPost(ctx, input.post_id)).user_id === ctx.actor.user_id && inPostChannel('edit_post').check(ctx, input),
  },
  run: async (ctx, { post_id, restore_version_id }) => {
    const version = await ctx.db.maybe<Post>('SELECT message, props, file_ids FROM post_versions WHERE id = $1 AND original_id = $2', [restore_version_id, post_id]);
    if (!version) throw userError('app.post.restore_post_version.not_found.app_error', 'This message has no such version.', 404);
    return editPost(ctx, post_id, version);
  },
});
