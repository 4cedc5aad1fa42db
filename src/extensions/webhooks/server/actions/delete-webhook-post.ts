import { z } from 'zod';
import { action, anyone, fields } from '#kernel/server/index.ts';
import { removePost } from '#messaging/posts/server/feature.ts';
import type { IncomingCall } from '../handle-call.ts';
import { call_fields, checkCall, needHook } from '../read-call.ts';
import { findOwnPost } from '../webhooks.permissions.ts';

/** Deletes a post that the webhook made. */
export const deleteWebhookPost = action({
  name: 'delete-webhook-post',
  summary: 'Delete a message through the address of the incoming webhook that made it.',
  input: z.object({ ...call_fields, post_id: fields.id() }),
  permission: anyone('the secret address is the credential'),
  unaudited: 'the post is its own record',
  run: async (ctx, { hook_id, post_id, ...call }) => {
    const hook = await needHook(ctx, hook_id);
    await checkCall(ctx, hook, call as IncomingCall);
    // Again is no error: the caller may not have heard the first answer.
    const post = await findOwnPost(ctx, hook_id, post_id);
    if (post) await removePost(ctx, post, { by: hook.user_id });
  },
});
