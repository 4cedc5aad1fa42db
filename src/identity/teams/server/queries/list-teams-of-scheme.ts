import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { requireScheme } from '#identity/schemes/server/feature.ts';
import { fields, query, userError } from '#kernel/server/index.ts';
import type { Team } from '../../wire/index.ts';
import { showTeams } from '../teams.permissions.ts';
import { teamColumns, toWireTeam } from '../teams.store.ts';

export const listTeamsOfScheme = query({
  name: 'list-teams-of-scheme',
  summary: 'Lists the teams that follow a scheme.',
  input: z.object({ scheme_id: fields.id(), page: fields.page(), per_page: fields.perPage() }),
  permission: inSystem('sysconsole_read_user_management_teams'),
  run: async (ctx, { scheme_id, page, per_page }) => {
    if ((await requireScheme(ctx, scheme_id)).scope !== 'team') throw userError('api.scheme.get_teams_for_scheme.scope.error', 'Only schemes of the scope team have teams.');
    const rows = await ctx.db.rows<Team>(`SELECT ${teamColumns('t')} FROM teams t WHERE t.scheme_id = $1 ORDER BY lower(t.display_name), t.id LIMIT $2 OFFSET $3`, [scheme_id, per_page, page * per_page]);
    return showTeams(ctx, rows.map(toWireTeam));
  },
});
