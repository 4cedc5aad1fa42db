import { z } from 'zod';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { action, fields, userError } from '#kernel/server/index.ts';
import { createPost as writePost } from '../posts.create.ts';
import { prioritySchema } from '../posts.priority.ts';
import { isSystemType } from '../posts.rules.ts';
import { postsToChannel } from '../posts.permissions.ts';

/** Posts a message as the actor. */
export const createPost = action({
  name: 'create-post',
  summary: 'Post a message to a channel, or a reply to a thread.',
  input: z.object({
    channel_id: z.string(),
    message: z.string().nullish().transform((text) => (text ?? '').replaceAll('\u0000', '')),
    root_id: z.string().nullish().transform((text) => text ?? ''),
    type: z.string().max(26).nullish().transform((text) => text ?? ''),
    props: fields.props().nullish().transform((props) => props ?? {}),
    file_ids: z.array(z.string()).nullish().transform((ids) => ids ?? []),
    pending_post_id: z.string().max(190).nullish().transform((text) => text ?? ''),
    create_at: z.number().int().nullish(),
    metadata: z.object({ priority: prioritySchema.nullish() }).nullish(),
    set_online: z.union([z.string(), z.boolean()]).optional(),
  }),
  permission: postsToChannel,
  unaudited: 'the post is its own record',
  run: async (ctx, input) => {
    const { actor } = ctx;
    if (isSystemType(input.type)) throw userError('api.context.invalid_body_param.app_error', 'Types that begin with "system_" are for the server. Leave the type out.');
    const create_at = input.create_at && input.create_at > 0 && (await hasPermission(ctx, 'manage_system')) ? input.create_at : 0;
    if (actor.is_bot) input.props['from_bot'] = 'true';
    else delete input.props['from_bot'];
    delete input.props['add_channel_member'];
    if (input.root_id && !/^[a-z0-9]{26}$/i.test(input.root_id)) throw userError('model.post.is_valid.root_id.app_error', 'The id of the message to reply to is malformed.');
    return writePost(ctx, { ...input, user_id: actor.user_id, create_at }, { views_channel: !actor.is_bot, set_online: String(input.set_online ?? 'true') !== 'false' });
  },
});
