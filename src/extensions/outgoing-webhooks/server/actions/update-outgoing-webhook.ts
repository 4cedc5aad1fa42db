import { z } from 'zod';
import { action, fields, invalidBody, userError } from '#kernel/server/index.ts';
import type { OutgoingWebhook } from '../../wire/index.ts';
import { demandEnabled, hookFields, tell } from '../hook-fields.ts';
import { forgetHooks } from '../outgoing-webhooks.cache.ts';
import { demandOpenChannel, managesHook, needHook } from '../outgoing-webhooks.permissions.ts';
import { updateOutgoingWebhook as saveHook } from '../outgoing-webhooks.store.ts';

/** Replaces what an outgoing webhook hears and whom it calls; its maker and token stay. */
export const updateOutgoingWebhook = action({
  name: 'update-outgoing-webhook',
  summary: 'Change what an outgoing webhook hears, whom it calls and how it shows answers.',
  input: z.object({ hook_id: fields.id(), id: z.string().nullish(), team_id: fields.optionalId().nullish(), ...hookFields }),
  permission: managesHook,
  run: async (ctx, i): Promise<OutgoingWebhook> => {
    demandEnabled(ctx);
    if (i.id && i.id !== i.hook_id) throw invalidBody('hook_id', 'The id in the body must be the one in the address.');
    const before = await needHook(ctx, i.hook_id);
    if (i.team_id && i.team_id !== before.team_id) throw userError('api.webhook.team_mismatch.app_error', 'A webhook cannot move to another team. Make a new one there.');
    await demandOpenChannel(i.channel_id ?? '', before.team_id, ctx);
    const after = await tell(ctx, before, i);
    await saveHook(ctx.db, { ...after, token: ctx.app.secrets.seal(after.token) });
    forgetHooks(ctx.app);
    return after;
  },
});
