import { grants, hasPermission } from '#identity/roles/server/feature.ts';
import { hasTeamPermission } from '#identity/teams/server/feature.ts';
import { SYSTEM, userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import type { Channel } from '../wire/index.ts';
import { getChannel, membershipsOf } from './channels.cache.ts';

/** Whether the actor has a permission in a channel: by the roles there, then those in its team, then the system-wide ones. */
export async function hasChannelPermission(ctx: Ctx, channel_id: string, permission: string): Promise<boolean> {
  if (ctx.actor === SYSTEM) return true;
  const channel = await getChannel(ctx.app, channel_id);
  if (!channel) return false;
  const membership = (await membershipsOf(ctx.app, ctx.actor.user_id)).get(channel_id);
  if (membership && grants(ctx.app, membership.roles, permission)) return true;
  return channel.team_id ? hasTeamPermission(ctx, channel.team_id, permission) : hasPermission(ctx, permission);
}

/** Whether the actor may read what is said in a channel: as its member, or because it is public in a team of his. */
export async function canReadChannel(ctx: Ctx, channel_id: string): Promise<boolean> {
  if (await hasChannelPermission(ctx, channel_id, 'read_channel_content')) return true;
  const channel = await getChannel(ctx.app, channel_id);
  return channel?.type === 'O' && hasTeamPermission(ctx, channel.team_id, 'read_public_channel');
}

/** Whether the actor may see that a channel exists and what it is called. */
export async function canSeeChannel(ctx: Ctx, channel: Channel): Promise<boolean> {
  if (channel.type === 'O' && (await hasTeamPermission(ctx, channel.team_id, 'read_public_channel'))) return true;
  return hasChannelPermission(ctx, channel.id, 'read_channel');
}

type OfChannel = PermissionRule<{ channel_id: string }>;

/** Rule: this permission in the channel that the input names. */
export function inChannel(permission: string): OfChannel {
  return { scope: 'channel', ids: [permission], check: (ctx, { channel_id }) => hasChannelPermission(ctx, channel_id, permission) };
}

/** Rule: the permission for public or the one for private channels, by what the channel is. What does not exist is a 404. */
export function inChannelByType(open: string, closed: string): OfChannel {
  return {
    scope: 'channel',
    ids: [open, closed],
    check: async (ctx, { channel_id }) => {
      const channel = await requireChannel(ctx, channel_id);
      if (channel.type === 'D' || channel.type === 'G') return hasChannelPermission(ctx, channel_id, 'read_channel');
      return hasChannelPermission(ctx, channel_id, channel.type === 'O' ? open : closed);
    },
  };
}

/** Rule: may read what is said in the channel that the input names. */
export const readsChannel: OfChannel = { scope: 'channel', ids: ['read_channel_content'], check: (ctx, { channel_id }) => canReadChannel(ctx, channel_id) };

/** The channel, or a 404. Its counters are those of when it was read. */
export async function requireChannel(ctx: Ctx, channel_id: string): Promise<Channel> {
  const channel = await getChannel(ctx.app, channel_id);
  if (!channel) throw missingChannel();
  return channel;
}

/** A public or private channel, or a 404; what is said between people is nobody else's to rule. */
export async function requireTeamChannel(ctx: Ctx, channel_id: string): Promise<Channel> {
  const channel = await requireChannel(ctx, channel_id);
  if (channel.type !== 'O' && channel.type !== 'P') throw userError('api.channel.patch_channel_moderations.not_supported.app_error', 'Direct and group channels have no rules of their own.');
  return channel;
}

export function missingChannel() {
  return userError('app.channel.get.existing.app_error', 'There is no such channel.', 404);
}
