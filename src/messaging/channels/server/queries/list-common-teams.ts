import { showTeams, teamColumns, toWireTeam } from '#identity/teams/server/feature.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { query, userError } from '#kernel/server/index.ts';
import { channelInput } from '../channels.fields.ts';
import { inChannel, requireChannel } from '../channels.permissions.ts';

export const listCommonTeams = query({
  name: 'list-common-teams',
  summary: 'The teams that all people of a group channel share.',
  input: channelInput,
  permission: inChannel('read_channel'),
  run: async (ctx, { channel_id }): Promise<Team[]> => {
    const channel = await requireChannel(ctx, channel_id);
    if (channel.type !== 'G') throw userError('app.channel.get_common_teams.incorrect_channel_type', 'Only group channels have common teams.');
    if (ctx.actor.is_guest) throw userError('api.channel.gm_to_channel_conversion.not_allowed_for_user.request_error', 'Guests may not make a channel out of a group channel.', 403);
    const rows = await ctx.db.rows<Team>(
      `SELECT ${teamColumns('t')} FROM teams t WHERE t.delete_at = 0 AND NOT EXISTS (
         SELECT 1 FROM channel_members m JOIN users u ON u.id = m.user_id
         WHERE m.channel_id = $1 AND u.delete_at = 0 AND NOT EXISTS (SELECT 1 FROM team_members tm WHERE tm.team_id = t.id AND tm.user_id = m.user_id AND tm.delete_at = 0))
         AND t.id IN (SELECT tm.team_id FROM team_members tm WHERE tm.user_id = $2 AND tm.delete_at = 0)
       ORDER BY lower(t.display_name), t.id`,
      [channel_id, ctx.actor.user_id],
    );
    // The protocol does not tell here when a team has changed.
    return (await showTeams(ctx, rows.map(toWireTeam))).map((team) => ({ ...team, update_at: 0 }));
  },
});
