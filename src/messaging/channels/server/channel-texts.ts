import { z } from 'zod';
import { userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import type { Channel } from '../wire/index.ts';
import { isChannelMember } from './channels.cache.ts';
import { optionalText } from './channels.fields.ts';
import { hasChannelPermission, requireChannel } from './channels.permissions.ts';
import { addMentions } from './channels.present.ts';
import { isOfTeam } from './channels.rules.ts';
import type { ChannelChange } from './channels.store.ts';

/** Rule: may change the texts of the channel: by a permission, or as one of the people of a direct or group channel. */
export const mayChange: PermissionRule<{ channel_id: string }> = {
  scope: 'channel',
  ids: ['manage_public_channel_properties', 'manage_private_channel_properties'],
  check: async (ctx, { channel_id }) => {
    const channel = await requireChannel(ctx, channel_id);
    if (isOfTeam(channel)) return hasChannelPermission(ctx, channel_id, channel.type === 'O' ? 'manage_public_channel_properties' : 'manage_private_channel_properties');
    if (await isChannelMember(ctx.app, channel_id, ctx.actor.user_id)) return true;
    throw userError('api.channel.patch_update_channel.forbidden.app_error', 'Only its people may change a direct or group channel.', 403);
  },
};

export const texts = { display_name: optionalText(), name: optionalText(), header: optionalText(), purpose: optionalText(), group_constrained: z.boolean().nullish().transform((flag) => flag ?? undefined) };

// The name, display name and purpose of a direct or group channel follow from its people.
export function checked(channel: Channel, change: ChannelChange, call: string): ChannelChange {
  const differs = (key: 'name' | 'display_name' | 'purpose') => change[key] !== undefined && change[key] !== channel[key];
  if (!isOfTeam(channel) && (differs('name') || differs('display_name') || differs('purpose'))) throw userError(`api.channel.${call}.update_direct_or_group_messages_not_allowed.app_error`, 'Of a direct or group channel only the header can be changed.');
  if (Object.values(change).every((value) => value === undefined)) throw userError('api.channel.patch_update_channel.no_changes.app_error', 'Give at least one field to change.');
  return { ...change, display_name: change.display_name?.trim() };
}

export async function shown(ctx: Ctx, channel: Channel): Promise<Channel> {
  return (await addMentions(ctx.app, [channel]))[0]!;
}
