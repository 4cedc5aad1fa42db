import { z } from 'zod';
import { getUser } from '#identity/users/server/feature.ts';
import { action, fields } from '#kernel/server/index.ts';
import type { IncomingWebhookReceipt } from '../../wire/index.ts';
import { demandEnabled } from '../read-call.ts';
import { handleCall } from '../handle-call.ts';
import { recorded } from '../ledger.ts';
import { managesWebhook, needWebhook } from '../webhooks.permissions.ts';

/** Sends a payload to an incoming webhook as a tool would: it is posted and stands in the ledger. */
export const testIncomingWebhook = action({
  name: 'test-incoming-webhook',
  summary: 'Post a payload, or a sentence, through an incoming webhook to see that it works.',
  input: z.object({ hook_id: fields.id(), payload: z.unknown().optional(), headers: z.record(z.string(), z.string()).nullish() }),
  permission: managesWebhook,
  run: async (ctx, { hook_id, payload, headers }): Promise<IncomingWebhookReceipt> => {
    demandEnabled(ctx);
    const hook = await needWebhook(ctx, hook_id);
    const body = payload ?? { text: `This webhook works. Tested by ${(await getUser(ctx.app, ctx.actor.user_id))?.username ?? 'an administrator'}.` };
    const call = { headers: { ...headers, 'user-agent': 'Muster test' }, query: { return: 'post' }, body, raw: JSON.stringify(body) };
    // The sentence is the protocol's, whatever the webhook's mapping expects.
    return recorded(ctx, hook, call, 'POST', () => handleCall(ctx, hook, call, payload === undefined ? { mapping: '', vendor: 'none' } : undefined));
  },
});
