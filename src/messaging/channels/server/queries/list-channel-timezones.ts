import { query } from '#kernel/server/index.ts';
import { channelInput } from '../channels.fields.ts';
import { inChannel } from '../channels.permissions.ts';

export const listChannelTimezones = query({
  name: 'list-channel-timezones',
  summary: 'The time zones of the members of a channel.',
  input: channelInput,
  permission: inChannel('read_channel'),
  run: async (ctx, { channel_id }) => {
    const rows = await ctx.db.rows<{ zone: string }>(
      `SELECT DISTINCT CASE WHEN u.timezone ->> 'useAutomaticTimezone' = 'true' THEN u.timezone ->> 'automaticTimezone' ELSE u.timezone ->> 'manualTimezone' END AS zone
       FROM channel_members m JOIN users u ON u.id = m.user_id WHERE m.channel_id = $1 AND u.delete_at = 0`,
      [channel_id],
    );
    return rows.map((row) => row.zone).filter(Boolean);
  },
});
