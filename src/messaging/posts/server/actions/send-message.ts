import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { createPost } from '../posts.create.ts';
import { postsToChannel } from '../posts.permissions.ts';

/** Posts a message to a channel that the actor does not look at, for commands. */
export const sendMessage = action({
  name: 'send-message',
  summary: 'Send a message to a channel without opening it.',
  input: z.object({ channel_id: fields.id(), message: z.string().min(1) }),
  permission: postsToChannel,
  unaudited: 'the post is its own record',
  run: (ctx, { channel_id, message }) => createPost(ctx, { channel_id, user_id: ctx.actor.user_id, message }),
});
