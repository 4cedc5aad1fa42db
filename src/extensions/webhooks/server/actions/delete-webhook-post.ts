import { z } from 'zod';
import { action, anyone, fields } from '#kernel/server/index.ts';
import { removePost } from '#messaging/posts/server/feature.ts';
import type { IncomingCall } from '../handle-call.ts';
import { call_fields, checkCall, needHook } from '../read-call.ts';
import { needOwnPost } from '../webhooks.permissions.ts';

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
    await removePost(ctx, await needOwnPost(ctx, hook_id, post_id), { by: hook.user_id });
  },
});
