import { z } from 'zod';
import { action, fields, newId } from '#kernel/server/index.ts';
import type { IncomingWebhook } from '../../wire/index.ts';
import { forgetIncomingWebhook } from '../webhooks.cache.ts';
import { forgetOptions } from '../webhooks.options.ts';
import { managesWebhook, needWebhook } from '../webhooks.permissions.ts';
import { renameIncomingWebhook } from '../webhooks.store.ts';

/** Gives an incoming webhook a new address. The old one stops at once; living messages and options move along. */
export const rotateIncomingWebhook = action({
  name: 'rotate-incoming-webhook',
  summary: 'Give an incoming webhook a new address; the old one stops at once.',
  input: z.object({ hook_id: fields.id() }),
  permission: managesWebhook,
  run: async (ctx, { hook_id }): Promise<IncomingWebhook> => {
    const hook = await needWebhook(ctx, hook_id);
    const id = newId(ctx.now);
    await ctx.db.tx((tx) => renameIncomingWebhook(tx, hook_id, id, ctx.now));
    forgetIncomingWebhook(ctx.app, hook_id, id);
    forgetOptions(ctx.app, hook_id, id);
    return { ...hook, id, update_at: ctx.now };
  },
});
