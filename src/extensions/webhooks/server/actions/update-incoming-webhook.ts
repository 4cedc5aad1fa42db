import { z } from 'zod';
import { action, fields, invalidBody, userError } from '#kernel/server/index.ts';
import { canReadChannel, getChannel } from '#messaging/channels/server/feature.ts';
import type { IncomingWebhook } from '../../wire/index.ts';
import { demandEnabled } from '../read-call.ts';
import { forgetIncomingWebhook } from '../webhooks.cache.ts';
import { isLocked, managesWebhook, needWebhook } from '../webhooks.permissions.ts';
import { updateIncomingWebhook as saveWebhook } from '../webhooks.store.ts';
import { webhookFields } from './create-incoming-webhook.ts';

/** Replaces what an incoming webhook is called, where it posts and whether it may post elsewhere. */
export const updateIncomingWebhook = action({
  name: 'update-incoming-webhook',
  summary: 'Change the name, channel, picture and lock of an incoming webhook.',
  input: z.object({ hook_id: fields.id(), id: z.string().optional(), channel_id: fields.id().optional(), ...webhookFields }),
  permission: managesWebhook,
  run: async (ctx, i): Promise<IncomingWebhook> => {
    demandEnabled(ctx);
    if (i.id !== undefined && i.id !== i.hook_id) throw invalidBody('hook_id', 'The id in the body must be the one in the address.');
    const before = await needWebhook(ctx, i.hook_id);
    const channel = await getChannel(ctx.app, i.channel_id ?? before.channel_id);
    if (!channel) throw userError('app.channel.get.existing.app_error', 'There is no such channel.', 404);
    if (channel.team_id !== before.team_id) throw userError('api.webhook.team_mismatch.app_error', 'A webhook cannot move to another team. Make a new one there.');
    if (channel.type !== 'O' && !(await canReadChannel(ctx, channel.id))) throw userError('api.context.permissions.app_error', 'You cannot read that channel.', 403);
    const after: IncomingWebhook = {
      ...before, update_at: ctx.now, channel_id: channel.id, display_name: i.display_name ?? '', description: i.description ?? '', username: i.username ?? '',
      icon_url: i.icon_url ?? '', channel_locked: await isLocked(ctx, before.team_id, i.channel_locked),
    };
    await saveWebhook(ctx.db, after);
    forgetIncomingWebhook(ctx.app, after.id);
    return after;
  },
});
