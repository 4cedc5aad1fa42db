import { inTeam } from '#identity/teams/server/feature.ts';
import { query } from '#kernel/server/index.ts';
import { pageOfTeam } from '../channels.fields.ts';
import { addMentions } from '../channels.present.ts';
import { BY_NAME, channelColumns, toWireChannel, type ChannelRow } from '../channels.store.ts';

export const listPublicChannels = query({
  name: 'list-public-channels',
  summary: 'The public channels of a team.',
  input: pageOfTeam,
  permission: inTeam('list_team_channels'),
  run: async (ctx, { team_id, page, per_page }) => {
    const rows = await ctx.db.rows<ChannelRow>(`SELECT ${channelColumns('c')} FROM channels c WHERE c.team_id = $1 AND c.type = 'O' AND c.delete_at = 0 ${BY_NAME} LIMIT $2 OFFSET $3`, [team_id, per_page, page * per_page]);
    return addMentions(ctx.app, rows.map(toWireChannel));
  },
});
