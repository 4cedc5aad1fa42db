import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { managesHook, needHook } from '../outgoing-webhooks.permissions.ts';

/** One outgoing webhook. */
export const getOutgoingWebhook = query({
  name: 'get-outgoing-webhook',
  summary: 'Get an outgoing webhook.',
  input: z.object({ hook_id: fields.id() }),
  permission: managesHook,
  run: (ctx, { hook_id }) => needHook(ctx, hook_id),
});
