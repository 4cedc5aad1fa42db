import { z } from 'zod';
import { inSystem, selfOr } from '#identity/roles/server/feature.ts';
import { anyOf, fields, query } from '#kernel/server/index.ts';
import type { Team } from '../../wire/index.ts';
import { readMembershipsOf } from '../team-members.store.ts';
import { showTeams } from '../teams.permissions.ts';
import { teamColumns, toWireTeam } from '../teams.store.ts';

const userInput = z.object({ user_id: fields.id() });

export const listUserTeams = query({
  name: 'list-user-teams',
  summary: 'The teams a person is in.',
  input: userInput,
  permission: selfOr('sysconsole_read_user_management_users'),
  run: async (ctx, { user_id }) => {
    const rows = await ctx.db.rows<Team>(
      `SELECT ${teamColumns('t')} FROM team_members m JOIN teams t ON t.id = m.team_id WHERE m.user_id = $1 AND m.delete_at = 0 AND t.delete_at = 0 ORDER BY lower(t.display_name), t.id`,
      [user_id],
    );
    return showTeams(ctx, rows.map(toWireTeam));
  },
});

export const listUserTeamMemberships = query({
  name: 'list-user-team-memberships',
  summary: "A person's memberships of teams.",
  input: userInput,
  permission: anyOf<{ user_id: string }>(selfOr('edit_other_users'), inSystem('read_other_users_teams')),
  run: (ctx, { user_id }) => readMembershipsOf(ctx.db, [user_id]),
});
