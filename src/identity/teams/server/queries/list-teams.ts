import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import type { Team } from '../../wire/index.ts';
import { listsTeams, REACHED, reachOf } from '../team-reach.ts';
import { showTeams } from '../teams.permissions.ts';
import { teamColumns, toWireTeam } from '../teams.store.ts';

export const listTeams = query({
  name: 'list-teams',
  summary: 'Teams of the server, by name, as far as the asker may list them.',
  input: z.object({ page: fields.page(), per_page: fields.perPage(), include_total_count: fields.queryFlag() }),
  permission: listsTeams,
  run: async (ctx, { page, per_page, include_total_count }) => {
    const { open, closed } = await reachOf(ctx);
    const [rows, total] = await Promise.all([
      ctx.db.rows<Team>(`SELECT ${teamColumns()} FROM teams WHERE ${REACHED} ORDER BY lower(display_name), id LIMIT $3 OFFSET $4`, [open, closed, per_page, page * per_page]),
      include_total_count ? ctx.db.one<{ count: number }>(`SELECT count(*) FROM teams WHERE ${REACHED}`, [open, closed]) : undefined,
    ]);
    const teams = await showTeams(ctx, rows.map(toWireTeam));
    return total ? { teams, total_count: total.count } : teams;
  },
});
