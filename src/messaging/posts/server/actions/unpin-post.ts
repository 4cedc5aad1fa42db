import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { editPost } from '../posts.edit.ts';
import { readsPost } from '../posts.permissions.ts';

/** Takes a post off the pinned ones. */
export const unpinPost = action({
  name: 'unpin-post',
  summary: 'Take a message off the pinned ones of its channel.',
  input: z.object({ post_id: fields.id() }),
  permission: readsPost,
  run: (ctx, { post_id }) => editPost(ctx, post_id, { is_pinned: false }),
});
