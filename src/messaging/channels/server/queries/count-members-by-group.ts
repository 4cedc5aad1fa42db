import { query } from '#kernel/server/index.ts';
import { channelInput } from '../channels.fields.ts';
import { inChannel } from '../channels.permissions.ts';

export const countMembersByGroup = query({
  name: 'count-members-by-group',
  summary: 'How many members of a channel each group of people has.',
  input: channelInput,
  permission: inChannel('read_channel'),
  run: () => [],
});
