import { z } from 'zod';
import { action, anyone } from '#kernel/server/index.ts';
import type { IncomingWebhookReceipt } from '../../wire/index.ts';
import { handleCall, type IncomingCall } from '../handle-call.ts';
import { recorded } from '../ledger.ts';
import { call_fields, checkCall, needHook } from '../read-call.ts';

/** Posts what a tool sent to the address of an incoming webhook, in the name of the webhook's owner. */
export const receiveWebhook = action({
  name: 'receive-webhook',
  summary: 'Post what a tool sent to the address of an incoming webhook.',
  input: z.object({ ...call_fields }),
  permission: anyone('the secret address is the credential'),
  unaudited: 'the post is its own record',
  run: async (ctx, { hook_id, ...call }): Promise<IncomingWebhookReceipt> => {
    const hook = await needHook(ctx, hook_id);
    return recorded(ctx, hook, call as IncomingCall, 'POST', async () => {
      await checkCall(ctx, hook, call as IncomingCall);
      return handleCall(ctx, hook, call as IncomingCall);
    });
  },
});
