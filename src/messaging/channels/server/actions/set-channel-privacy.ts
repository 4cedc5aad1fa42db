import { z } from 'zod';
import { getUser } from '#identity/users/server/feature.ts';
import { action, fields, userError, type PermissionRule } from '#kernel/server/index.ts';
import { default_channel_name } from '../../wire/index.ts';
import { saveChannel } from '../change-channel.ts';
import { announceChange } from '../channel-messages.ts';
import { channelConverted } from '../channels.events.ts';
import { hasChannelPermission, requireChannel } from '../channels.permissions.ts';
import { isOfTeam } from '../channels.rules.ts';

const mayConvert: PermissionRule<{ channel_id: string; privacy: string }> = {
  scope: 'channel',
  ids: ['convert_private_channel_to_public', 'convert_public_channel_to_private'],
  check: async (ctx, { channel_id, privacy }) => {
    await requireChannel(ctx, channel_id);
    return hasChannelPermission(ctx, channel_id, privacy === 'O' ? 'convert_private_channel_to_public' : 'convert_public_channel_to_private');
  },
};

export const setChannelPrivacy = action({
  name: 'set-channel-privacy',
  summary: 'Makes a public channel private or the other way round.',
  input: z.object({ channel_id: fields.id(), privacy: z.enum(['O', 'P']) }),
  permission: mayConvert,
  run: async (ctx, { channel_id, privacy }) => {
    const channel = await requireChannel(ctx, channel_id);
    if (!isOfTeam(channel)) throw userError('api.channel.update_channel_privacy.type.app_error', 'A direct or group channel is always private.');
    if (privacy === 'P' && channel.name === default_channel_name) throw userError('api.channel.update_channel_privacy.default_channel_error', `${channel.display_name} is for everybody of the team and stays public.`);
    if (channel.type === privacy) return channel;
    const converted = await saveChannel(ctx, channel, { type: privacy });
    ctx.emit(channelConverted, { channel: converted });
    const by = await getUser(ctx.app, ctx.actor.user_id);
    const message = privacy === 'O' ? 'This channel has been converted to a Public Channel and can be joined by any team member.' : 'This channel has been converted to a Private Channel.';
    if (by) await announceChange(ctx, channel_id, by, 'system_change_chan_privacy', message);
    return converted;
  },
});
