import { selfOr } from '#identity/roles/server/feature.ts';
import { query } from '#kernel/server/index.ts';
import type { Team } from '../../wire/index.ts';
import { userIdInput } from '../teams.fields.ts';
import { showTeams } from '../teams.permissions.ts';
import { teamColumns, toWireTeam } from '../teams.store.ts';

export const listUserTeams = query({
  name: 'list-user-teams',
  summary: 'The teams a person is in.',
  input: userIdInput,
  permission: selfOr('sysconsole_read_user_management_users'),
  run: async (ctx, { user_id }) => {
    const rows = await ctx.db.rows<Team>(
      `SELECT ${teamColumns('t')} FROM team_members m JOIN teams t ON t.id = m.team_id WHERE m.user_id = $1 AND m.delete_at = 0 AND t.delete_at = 0 ORDER BY lower(t.display_name), t.id`,
      [user_id],
    );
    return showTeams(ctx, rows.map(toWireTeam));
  },
});
