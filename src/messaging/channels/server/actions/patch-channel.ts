import { z } from 'zod';
import { action, fields, permissionError, userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import type { Channel } from '../../wire/index.ts';
import { changeChannel } from '../change-channel.ts';
import { isChannelMember } from '../channels.cache.ts';
import { bannerInfo, optionalText } from '../channels.fields.ts';
import { hasChannelPermission, requireChannel } from '../channels.permissions.ts';
import { addMentions } from '../channels.present.ts';
import { isOfTeam } from '../channels.rules.ts';
import type { ChannelChange } from '../channels.store.ts';

/** Rule: may change the texts of the channel: by a permission, or as one of the people of a direct or group channel. */
const mayChange: PermissionRule<{ channel_id: string }> = {
  scope: 'channel',
  ids: ['manage_public_channel_properties', 'manage_private_channel_properties'],
  check: async (ctx, { channel_id }) => {
    const channel = await requireChannel(ctx, channel_id);
    if (isOfTeam(channel)) return hasChannelPermission(ctx, channel_id, channel.type === 'O' ? 'manage_public_channel_properties' : 'manage_private_channel_properties');
    if (await isChannelMember(ctx.app, channel_id, ctx.actor.user_id)) return true;
    throw userError('api.channel.patch_update_channel.forbidden.app_error', 'Only its people may change a direct or group channel.', 403);
  },
};

const texts = { display_name: optionalText(), name: optionalText(), header: optionalText(), purpose: optionalText(), group_constrained: z.boolean().nullish().transform((flag) => flag ?? undefined) };

export const patchChannel = action({
  name: 'patch-channel',
  summary: 'Changes what is given of a channel.',
  input: z.object({ channel_id: fields.id(), ...texts, banner_info: bannerInfo() }),
  permission: mayChange,
  run: async (ctx, { channel_id, banner_info, ...change }) => {
    const channel = await requireChannel(ctx, channel_id);
    const banner = banner_info ? await bannerOf(ctx, channel, banner_info) : undefined;
    return shown(ctx, await changeChannel(ctx, channel, checked(channel, { ...change, banner_info: banner }, 'patch_update_channel')));
  },
});

export const updateChannel = action({
  name: 'update-channel',
  summary: 'Changes all texts of a channel.',
  input: z.object({ channel_id: fields.id(), ...texts, type: optionalText() }),
  permission: mayChange,
  run: async (ctx, { channel_id, type, ...change }) => {
    const channel = await requireChannel(ctx, channel_id);
    if (type && type !== channel.type) throw userError('api.channel.update_channel.typechange.app_error', 'The type of a channel is changed by a call of its own.');
    const kept = { ...change, display_name: change.display_name || undefined, name: change.name || undefined, header: change.header ?? '', purpose: change.purpose ?? '' };
    return shown(ctx, await changeChannel(ctx, channel, checked(channel, isOfTeam(channel) ? kept : { ...kept, purpose: undefined }, 'update_channel')));
  },
});

// The name, display name and purpose of a direct or group channel follow from its people.
function checked(channel: Channel, change: ChannelChange, call: string): ChannelChange {
  const differs = (key: 'name' | 'display_name' | 'purpose') => change[key] !== undefined && change[key] !== channel[key];
  if (!isOfTeam(channel) && (differs('name') || differs('display_name') || differs('purpose'))) throw userError(`api.channel.${call}.update_direct_or_group_messages_not_allowed.app_error`, 'Of a direct or group channel only the header can be changed.');
  if (Object.values(change).every((value) => value === undefined)) throw userError('api.channel.patch_update_channel.no_changes.app_error', 'Give at least one field to change.');
  return { ...change, display_name: change.display_name?.trim() };
}

async function bannerOf(ctx: Ctx, channel: Channel, banner: NonNullable<Channel['banner_info']>): Promise<Channel['banner_info']> {
  if (!isOfTeam(channel)) throw userError('api.channel.update_channel.banner_info.channel_type.not_allowed', 'Only public and private channels have a banner.');
  const permission = channel.type === 'O' ? 'manage_public_channel_banner' : 'manage_private_channel_banner';
  if (!(await hasChannelPermission(ctx, channel.id, permission))) throw permissionError(ctx.actor.user_id, [permission]);
  return { ...channel.banner_info, ...banner };
}

async function shown(ctx: Ctx, channel: Channel): Promise<Channel> {
  return (await addMentions(ctx.app, [channel]))[0]!;
}
