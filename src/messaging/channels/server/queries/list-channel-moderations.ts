import { inSystem } from '#identity/roles/server/feature.ts';
import { query } from '#kernel/server/index.ts';
import { getModerations } from '../channel-moderation.ts';
import { channelInput } from '../channels.fields.ts';
import { requireChannel } from '../channels.permissions.ts';

export const listChannelModerations = query({
  name: 'list-channel-moderations',
  summary: 'What members and guests may do in a channel.',
  input: channelInput,
  permission: inSystem('sysconsole_read_user_management_channels'),
  run: async (ctx, { channel_id }) => getModerations(ctx.app, (await requireChannel(ctx, channel_id)).id),
});
