import { hasPermission } from '#identity/roles/server/feature.ts';
import { inTeam } from '#identity/teams/server/feature.ts';
import { query } from '#kernel/server/index.ts';
import { pageOfTeam } from '../channels.fields.ts';
import { addMentions } from '../channels.present.ts';
import { BY_NAME, channelColumns, toWireChannel, type ChannelRow } from '../channels.store.ts';

export const listArchivedChannels = query({
  name: 'list-archived-channels',
  summary: 'The archived channels of a team: public ones and those one is in.',
  input: pageOfTeam,
  permission: inTeam('list_team_channels'),
  run: async (ctx, { team_id, page, per_page }) => {
    const sees_all = await hasPermission(ctx, 'manage_system');
    const rows = await ctx.db.rows<ChannelRow>(
      `SELECT ${channelColumns('c')} FROM channels c
       WHERE c.team_id = $1 AND c.delete_at > 0 AND ($4 OR c.type = 'O' OR EXISTS (SELECT 1 FROM channel_members m WHERE m.channel_id = c.id AND m.user_id = $5)) ${BY_NAME} LIMIT $2 OFFSET $3`,
      [team_id, per_page, page * per_page, sees_all, ctx.actor.user_id],
    );
    return addMentions(ctx.app, rows.map(toWireChannel));
  },
});
