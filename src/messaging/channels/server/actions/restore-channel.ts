import { hasPermission } from '#identity/roles/server/feature.ts';
import { hasTeamPermission } from '#identity/teams/server/feature.ts';
import { getUser } from '#identity/users/server/feature.ts';
import { action, userError, type PermissionRule } from '#kernel/server/index.ts';
import { announceChange } from '../channel-messages.ts';
import { forgetChannels } from '../channels.cache.ts';
import { channelRestored } from '../channels.events.ts';
import { channelInput } from '../channels.fields.ts';
import { missingChannel, requireChannel } from '../channels.permissions.ts';
import { updateChannel } from '../channels.store.ts';

const mayRestore: PermissionRule<{ channel_id: string }> = {
  scope: 'channel',
  ids: ['manage_team', 'sysconsole_write_user_management_channels'],
  check: async (ctx, { channel_id }) => {
    const { team_id } = await requireChannel(ctx, channel_id);
    return (await hasTeamPermission(ctx, team_id, 'manage_team')) || hasPermission(ctx, 'sysconsole_write_user_management_channels');
  },
};

export const restoreChannel = action({
  name: 'restore-channel',
  summary: 'Brings an archived channel back.',
  input: channelInput,
  permission: mayRestore,
  run: async (ctx, { channel_id }) => {
    const channel = await requireChannel(ctx, channel_id);
    if (!channel.delete_at) throw userError('api.channel.restore_channel.restored.app_error', 'The channel is not archived.');
    const restored = await updateChannel(ctx.db, channel_id, { delete_at: 0 }, ctx.now);
    if (!restored) throw missingChannel();
    forgetChannels(ctx.app, channel);
    ctx.emit(channelRestored, { channel: restored });
    const by = await getUser(ctx.app, ctx.actor.user_id);
    if (by) await announceChange(ctx, channel_id, by, 'system_channel_restored', `${by.username} unarchived the channel.`);
    return restored;
  },
});
