import { inSystem } from '#identity/roles/server/feature.ts';
import { query } from '#kernel/server/index.ts';
import { pageOfTeam } from '../channels.fields.ts';
import { addMentions } from '../channels.present.ts';
import { BY_NAME, channelColumns, toWireChannel, type ChannelRow } from '../channels.store.ts';

export const listPrivateChannels = query({
  name: 'list-private-channels',
  summary: 'The private channels of a team, for administrators.',
  input: pageOfTeam,
  permission: inSystem('manage_system'),
  run: async (ctx, { team_id, page, per_page }) => {
    const rows = await ctx.db.rows<ChannelRow>(`SELECT ${channelColumns('c')} FROM channels c WHERE c.team_id = $1 AND c.type = 'P' AND c.delete_at = 0 ${BY_NAME} LIMIT $2 OFFSET $3`, [team_id, per_page, page * per_page]);
    return addMentions(ctx.app, rows.map(toWireChannel));
  },
});
