import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { forgetIncomingWebhook } from '../webhooks.cache.ts';
import { managesWebhook } from '../webhooks.permissions.ts';
import { deleteIncomingWebhook as removeWebhook } from '../webhooks.store.ts';

/** Closes the address of an incoming webhook; what was posted through it stays. */
export const deleteIncomingWebhook = action({
  name: 'delete-incoming-webhook',
  summary: 'Delete an incoming webhook.',
  input: z.object({ hook_id: fields.id() }),
  permission: managesWebhook,
  run: async (ctx, { hook_id }) => {
    await removeWebhook(ctx.db, hook_id, ctx.now);
    forgetIncomingWebhook(ctx.app, hook_id);
  },
});
