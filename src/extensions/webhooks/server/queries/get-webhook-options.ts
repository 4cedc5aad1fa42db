import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { optionsOf, presentOptions } from '../webhooks.options.ts';
import { managesWebhook } from '../webhooks.permissions.ts';

/** What an incoming webhook can do beyond the protocol. */
export const getWebhookOptions = query({
  name: 'get-webhook-options',
  summary: 'Get the mapping, vendor, signature, limits and allowed addresses of an incoming webhook.',
  input: z.object({ hook_id: fields.id() }),
  permission: managesWebhook,
  run: async (ctx, { hook_id }) => presentOptions(await optionsOf(ctx.app, hook_id)),
});
