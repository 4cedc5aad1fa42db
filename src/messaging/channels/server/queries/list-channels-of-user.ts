import { z } from 'zod';
import { selfOr } from '#identity/roles/server/feature.ts';
import { fields, query } from '#kernel/server/index.ts';
import type { Channel } from '../../wire/index.ts';
import { addMentions } from '../channels.present.ts';
import { channelColumns, toWireChannel, type ChannelRow } from '../channels.store.ts';
import { ALIVE, deleted } from '../user-channels.ts';

export const listChannelsOfUser = query({
  name: 'list-channels-of-user',
  summary: 'All channels that a person is in.',
  input: z.object({ user_id: fields.id(), ...deleted }),
  permission: selfOr('edit_other_users'),
  run: async (ctx, { user_id, include_deleted, last_delete_at }): Promise<Channel[]> => {
    const rows = await ctx.db.rows<ChannelRow>(
      `SELECT ${channelColumns('c')} FROM channel_members m JOIN channels c ON c.id = m.channel_id WHERE m.user_id = $1 AND $2::text IS NULL AND ${ALIVE} ORDER BY c.display_name, c.id`,
      [user_id, null, include_deleted, last_delete_at],
    );
    return addMentions(ctx.app, rows.map(toWireChannel));
  },
});
