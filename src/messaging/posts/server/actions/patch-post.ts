import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { editPost } from '../posts.edit.ts';
import { ownOrOthers } from '../posts.permissions.ts';

const change = {
  message: z.string().nullish(),
  props: fields.props().nullish(),
  file_ids: z.array(z.string()).nullish(),
  is_pinned: z.boolean().nullish(),
};

/** Changes the given parts of a post. */
export const patchPost = action({
  name: 'patch-post',
  summary: 'Change parts of a message.',
  input: z.object({ post_id: fields.id(), ...change }),
  permission: ownOrOthers('edit_post', 'edit_others_posts'),
  run: (ctx, { post_id, ...parts }) => editPost(ctx, post_id, parts),
});
