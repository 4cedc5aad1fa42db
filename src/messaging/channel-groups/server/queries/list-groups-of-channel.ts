import { z } from 'zod';
import { groupListInput, groupsOfTarget } from '#identity/groups/server/feature.ts';
import { fields, query } from '#kernel/server/index.ts';
import { inChannelByType } from '#messaging/channels/server/feature.ts';

export const listGroupsOfChannel = query({
  name: 'list-groups-of-channel',
  summary: 'Lists the groups that fill a channel.',
  input: z.object({ channel_id: fields.id(), ...groupListInput }),
  permission: inChannelByType('read_public_channel_groups', 'read_private_channel_groups'),
  run: (ctx, { channel_id, ...asked }) => groupsOfTarget(ctx, 'channels', channel_id, asked),
});
