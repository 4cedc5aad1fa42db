import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { getUser } from '#identity/users/server/feature.ts';
import { action, fields, invalidBody } from '#kernel/server/index.ts';
import { sendEphemeralPost } from '../posts.ephemeral.ts';

/** Shows a message to one person only; it is kept nowhere. */
export const createEphemeralPost = action({
  name: 'create-ephemeral-post',
  summary: 'Show a message to one person only; nobody keeps it.',
  input: z.object({ user_id: fields.id(), post: z.object({ channel_id: fields.id(), message: z.string().default(''), props: fields.props().nullish(), root_id: z.string().nullish() }) }),
  permission: inSystem('create_post_ephemeral'),
  run: async (ctx, { user_id, post }) => {
    if (!(await getUser(ctx.app, user_id))) throw invalidBody('user_id', 'There is no such person.');
    return sendEphemeralPost(ctx, user_id, { ...post, user_id: ctx.actor.user_id, root_id: post.root_id ?? '', props: post.props ?? {} });
  },
});
