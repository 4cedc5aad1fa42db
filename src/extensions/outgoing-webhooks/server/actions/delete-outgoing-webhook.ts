import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { forgetHooks } from '../outgoing-webhooks.cache.ts';
import { managesHook } from '../outgoing-webhooks.permissions.ts';
import { deleteOutgoingWebhooks } from '../outgoing-webhooks.store.ts';

/** Calls nobody for it any more. */
export const deleteOutgoingWebhook = action({
  name: 'delete-outgoing-webhook',
  summary: 'Delete an outgoing webhook.',
  input: z.object({ hook_id: fields.id() }),
  permission: managesHook,
  run: async (ctx, { hook_id }) => {
    await deleteOutgoingWebhooks(ctx.db, { id: hook_id }, ctx.now);
    forgetHooks(ctx.app);
  },
});
