import { query, type PermissionRule } from '#kernel/server/index.ts';
import { channelInput } from '../channels.fields.ts';
import { canSeeChannel, requireChannel } from '../channels.permissions.ts';
import { showChannel } from '../find-channel.ts';

const sees: PermissionRule<{ channel_id: string }> = { scope: 'channel', ids: ['read_channel', 'read_public_channel'], check: async (ctx, { channel_id }) => canSeeChannel(ctx, await requireChannel(ctx, channel_id)) };

export const getChannel = query({
  name: 'get-channel',
  summary: 'One channel.',
  input: channelInput,
  permission: sees,
  run: (ctx, { channel_id }) => showChannel(ctx, channel_id),
});
