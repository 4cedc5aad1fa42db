import { z } from 'zod';
import { action, fields, invalidBody } from '#kernel/server/index.ts';
import { editPost } from '../posts.edit.ts';
import { ownOrOthers } from '../posts.permissions.ts';

/** Replaces the changeable parts of a post. */
export const updatePost = action({
  name: 'update-post',
  summary: 'Replace the text, props, files and pin of a message.',
  input: z.object({
    post_id: fields.id(),
    id: z.string(),
    message: z.string().nullish(),
    props: fields.props().nullish(),
    file_ids: z.array(z.string()).nullish(),
    is_pinned: z.boolean().nullish(),
  }),
  permission: ownOrOthers('edit_post', 'edit_others_posts'),
  run: (ctx, { post_id, id, ...parts }) => {
    if (id !== post_id) throw invalidBody('id', 'It must be the id in the address.');
    return editPost(ctx, post_id, parts);
  },
});
