import { z } from 'zod';
import { action, fields, permissionError, userError, type Ctx } from '#kernel/server/index.ts';
import type { Channel } from '../../wire/index.ts';
import { changeChannel } from '../change-channel.ts';
import { checked, mayChange, shown, texts } from '../channel-texts.ts';
import { bannerInfo } from '../channels.fields.ts';
import { hasChannelPermission, requireChannel } from '../channels.permissions.ts';
import { isOfTeam } from '../channels.rules.ts';

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

async function bannerOf(ctx: Ctx, channel: Channel, banner: NonNullable<Channel['banner_info']>): Promise<Channel['banner_info']> {
  if (!isOfTeam(channel)) throw userError('api.channel.update_channel.banner_info.channel_type.not_allowed', 'Only public and private channels have a banner.');
  const permission = channel.type === 'O' ? 'manage_public_channel_banner' : 'manage_private_channel_banner';
  if (!(await hasChannelPermission(ctx, channel.id, permission))) throw permissionError(ctx.actor.user_id, [permission]);
  return { ...channel.banner_info, ...banner };
}
