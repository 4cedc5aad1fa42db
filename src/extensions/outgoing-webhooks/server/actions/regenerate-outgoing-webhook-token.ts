import { z } from 'zod';
import { action, fields, newToken } from '#kernel/server/index.ts';
import type { OutgoingWebhook } from '../../wire/index.ts';
import { demandEnabled } from '../hook-fields.ts';
import { forgetHooks } from '../outgoing-webhooks.cache.ts';
import { managesHook, needHook } from '../outgoing-webhooks.permissions.ts';
import { updateOutgoingWebhook } from '../outgoing-webhooks.store.ts';

/** Gives it another token; calls that wait go out with the new one. */
export const regenerateOutgoingWebhookToken = action({
  name: 'regenerate-outgoing-webhook-token',
  summary: 'Give an outgoing webhook a new token.',
  input: z.object({ hook_id: fields.id() }),
  permission: managesHook,
  run: async (ctx, { hook_id }): Promise<OutgoingWebhook> => {
    demandEnabled(ctx);
    const hook = { ...(await needHook(ctx, hook_id)), token: newToken(), update_at: ctx.now };
    await updateOutgoingWebhook(ctx.db, { ...hook, token: ctx.app.secrets.seal(hook.token) });
    forgetHooks(ctx.app);
    return hook;
  },
});
