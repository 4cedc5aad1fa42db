import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import type { ChannelMember } from '../../wire/index.ts';
import { memberColumns, toMember, type MemberRow } from '../channel-members.store.ts';
import { inChannel } from '../channels.permissions.ts';
import { showMember } from '../channels.present.ts';

export const listChannelMembers = query({
  name: 'list-channel-members',
  summary: 'The members of a channel.',
  input: z.object({ channel_id: fields.id(), page: fields.page(), per_page: fields.perPage() }),
  permission: inChannel('read_channel'),
  run: async (ctx, { channel_id, page, per_page }): Promise<ChannelMember[]> => {
    const rows = await ctx.db.rows<MemberRow>(
      `SELECT ${memberColumns()} FROM channel_member_counts m WHERE m.channel_id = $1 AND m.user_id = ANY(ARRAY(SELECT user_id FROM channel_members WHERE channel_id = $1 ORDER BY user_id LIMIT $2 OFFSET $3)) ORDER BY m.user_id`,
      [channel_id, per_page, page * per_page],
    );
    return rows.map((row) => showMember(ctx, toMember(row)));
  },
});
