import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { managesWebhook, needWebhook } from '../webhooks.permissions.ts';

/** One incoming webhook. */
export const getIncomingWebhook = query({
  name: 'get-incoming-webhook',
  summary: 'Get an incoming webhook.',
  input: z.object({ hook_id: fields.id() }),
  permission: managesWebhook,
  run: (ctx, { hook_id }) => needWebhook(ctx, hook_id),
});
