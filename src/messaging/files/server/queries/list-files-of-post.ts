import { z } from 'zod';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { fields, permissionError, query } from '#kernel/server/index.ts';
import { loadPost, readsPost } from '#messaging/posts/server/feature.ts';
import { inOrder } from '../files.posts.ts';
import { findFiles, toFileInfo } from '../files.store.ts';

/** The files of a post, in the order in which they were attached. */
export const listFilesOfPost = query({
  name: 'list-files-of-post',
  summary: 'List the files of a message.',
  input: z.object({ post_id: fields.id(), include_deleted: fields.queryFlag() }),
  permission: readsPost,
  run: async (ctx, { post_id, include_deleted }) => {
    if (include_deleted && !(await hasPermission(ctx, 'manage_system'))) throw permissionError(ctx.actor.user_id, ['manage_system']);
    const { file_ids } = await loadPost(ctx, post_id);
    return inOrder(file_ids ?? [], await findFiles(ctx.db, file_ids ?? [], include_deleted)).map(toFileInfo);
  },
});
