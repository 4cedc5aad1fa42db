import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { editPost } from '../posts.edit.ts';
import { readsPost } from '../posts.permissions.ts';

/** Pins a post to its channel. */
export const pinPost = action({
  name: 'pin-post',
  summary: 'Pin a message to its channel.',
  input: z.object({ post_id: fields.id() }),
  permission: readsPost,
  run: (ctx, { post_id }) => editPost(ctx, post_id, { is_pinned: true }),
});
