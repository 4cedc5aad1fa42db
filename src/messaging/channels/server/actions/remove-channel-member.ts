import { action, userError, type PermissionRule } from '#kernel/server/index.ts';
import { removeChannelMember as remove } from '../channel-members.ts';
import { memberInput } from '../channels.fields.ts';
import { hasChannelPermission, requireChannel } from '../channels.permissions.ts';
import { isOfTeam } from '../channels.rules.ts';

const selfOrManager: PermissionRule<{ channel_id: string; user_id: string }> = {
  scope: 'channel',
  ids: ['manage_public_channel_members', 'manage_private_channel_members'],
  check: async (ctx, { channel_id, user_id }) => {
    const channel = await requireChannel(ctx, channel_id);
    if (!isOfTeam(channel)) throw userError('api.channel.remove_channel_member.type.app_error', 'Nobody can leave a direct or group channel.');
    return user_id === ctx.actor.user_id || hasChannelPermission(ctx, channel_id, channel.type === 'O' ? 'manage_public_channel_members' : 'manage_private_channel_members');
  },
};

export const removeChannelMember = action({
  name: 'remove-channel-member',
  summary: 'Removes a person from a channel, or leaves it oneself.',
  input: memberInput,
  permission: selfOrManager,
  run: async (ctx, { channel_id, user_id }) => remove(ctx, await requireChannel(ctx, channel_id), user_id, ctx.actor.user_id),
});
