import { query, type PermissionRule } from '#kernel/server/index.ts';
import { getModerations, mayModerate } from '../channel-moderation.ts';
import { channelInput } from '../channels.fields.ts';
import { requireTeamChannel } from '../channels.permissions.ts';

const READ = 'sysconsole_read_user_management_channels';
const moderates: PermissionRule<{ channel_id: string }> = { scope: 'channel', ids: [READ, 'manage_channel_roles'], check: (ctx, { channel_id }) => mayModerate(ctx, channel_id, READ) };

export const listChannelModerations = query({
  name: 'list-channel-moderations',
  summary: 'What members and guests may do in a channel.',
  input: channelInput,
  permission: moderates,
  run: async (ctx, { channel_id }) => getModerations(ctx, await requireTeamChannel(ctx, channel_id)),
});
