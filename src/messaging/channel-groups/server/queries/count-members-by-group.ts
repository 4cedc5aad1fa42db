import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { inChannel } from '#messaging/channels/server/feature.ts';
import { countMembersOfGroups } from '../count-members.ts';

export const countMembersByGroup = query({
  name: 'count-members-by-group',
  summary: 'How many members of a channel each group of people has.',
  input: z.object({ channel_id: fields.id(), include_timezones: fields.queryFlag() }),
  permission: inChannel('read_channel'),
  run: (ctx, { channel_id, include_timezones }) => countMembersOfGroups(ctx, channel_id, null, include_timezones),
});
