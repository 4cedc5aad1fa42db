import { z } from 'zod';
import { getUser } from '#identity/users/server/feature.ts';
import { action, fields, invalidBody, newId } from '#kernel/server/index.ts';
import { getChannel } from '#messaging/channels/server/feature.ts';
import { incoming_webhook_limits as limits, type IncomingWebhook } from '../../wire/index.ts';
import { demandEnabled } from '../read-call.ts';
import { isLocked, makesWebhooks } from '../webhooks.permissions.ts';
import { insertIncomingWebhook } from '../webhooks.store.ts';

/** What an incoming webhook can be told about itself. */
export const webhookFields = {
  display_name: fields.text(limits.display_name_max).nullish(),
  description: fields.text(limits.description_max).nullish(),
  username: fields.text(limits.username_max).nullish(),
  icon_url: fields.text(limits.icon_url_max).nullish(),
  channel_locked: z.boolean().nullish(),
};

/** Makes an address to which a tool can post. */
export const createIncomingWebhook = action({
  name: 'create-incoming-webhook',
  summary: 'Make an address to which a tool can post messages for a channel.',
  input: z.object({ channel_id: fields.id(), user_id: z.string().optional(), ...webhookFields }),
  permission: makesWebhooks,
  run: async (ctx, i): Promise<IncomingWebhook> => {
    demandEnabled(ctx);
    const channel = (await getChannel(ctx.app, i.channel_id))!;
    if (!channel.team_id) throw invalidBody('channel_id', 'A webhook posts to a channel of a team.');
    if (i.user_id && !(await getUser(ctx.app, i.user_id))) throw invalidBody('user_id', 'There is no such person.');
    const hook: IncomingWebhook = {
      id: newId(ctx.now), create_at: ctx.now, update_at: ctx.now, delete_at: 0, user_id: i.user_id || ctx.actor.user_id, channel_id: channel.id, team_id: channel.team_id,
      display_name: i.display_name ?? '', description: i.description ?? '', username: i.username ?? '', icon_url: i.icon_url ?? '', channel_locked: await isLocked(ctx, channel.team_id, i.channel_locked),
    };
    await insertIncomingWebhook(ctx.db, hook);
    return hook;
  },
});
