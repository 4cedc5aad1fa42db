import { getUser } from '#identity/users/server/feature.ts';
import { userError, type Ctx } from '#kernel/server/index.ts';
import { default_channel_name, type Channel } from '../wire/index.ts';
import { announceTexts } from './channel-messages.ts';
import { forgetChannels } from './channels.cache.ts';
import { channelUpdated } from './channels.events.ts';
import { channelConstrained } from './channels.extensions.ts';
import { missingChannel } from './channels.permissions.ts';
import { findChannelFault } from './channels.rules.ts';
import { updateChannel, type ChannelChange } from './channels.store.ts';

/** Checks and saves a change of a channel's texts, tells its members and returns the channel. */
export async function changeChannel(ctx: Ctx, before: Channel, change: ChannelChange): Promise<Channel> {
  if (before.delete_at) throw userError('api.channel.update_channel.deleted.app_error', 'The channel is archived. Restore it first.');
  if (before.name === default_channel_name && change.name !== undefined && change.name !== before.name) throw userError('api.channel.update_channel.tried.app_error', `The name of ${before.display_name} cannot be changed.`);
  const wanted = { ...before, ...withoutUndefined(change) };
  const fault = findChannelFault(before.team_id ? wanted : { ...wanted, name: 'direct' });
  if (fault) throw fault;
  const after = await saveChannel(ctx, before, change);
  const by = await getUser(ctx.app, ctx.actor.user_id);
  if (by) await announceTexts(ctx, by, before, after);
  return after;
}

/** Saves a change that is known to be right and tells the channel's members. */
export async function saveChannel(ctx: Ctx, before: Channel, change: ChannelChange): Promise<Channel> {
  const after = await updateChannel(ctx.db, before.id, change, ctx.now).catch((error: { code?: string }) => {
    throw error.code === '23505' ? nameTaken(change.name ?? before.name, 'store.sql_channel.update.exists.app_error') : error;
  });
  if (!after) throw missingChannel();
  forgetChannels(ctx.app, before, after);
  if (change.group_constrained) for (const follow of ctx.app.all(channelConstrained)) await follow(ctx, after);
  ctx.emit(channelUpdated, { channel: after });
  return after;
}

export function nameTaken(name: string, id = 'store.sql_channel.save_channel.exists.app_error') {
  return userError(id, `There is a channel ${name} in this team already. Choose another name.`);
}

function withoutUndefined(change: ChannelChange): ChannelChange {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
