import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import type { Team } from '../../wire/index.ts';
import { listsTeams, REACHED, reachOf } from '../team-reach.ts';
import { showTeams } from '../teams.permissions.ts';
import { teamColumns, toWireTeam } from '../teams.store.ts';

const MAX_FOUND = 100;

export const searchTeams = query({
  name: 'search-teams',
  summary: 'Teams whose names contain a text. With a page also how many there are.',
  input: z.object({ term: fields.text(256).nullish(), page: z.int().min(0).nullish(), per_page: z.int().min(1).max(200).nullish(), allow_open_invite: z.boolean().nullish() }),
  permission: listsTeams,
  run: async (ctx, { term, page, per_page, allow_open_invite }) => {
    const { open, closed } = await reachOf(ctx);
    const pattern = `%${(term ?? '').trim().toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    const where = `(${REACHED}) AND (lower(name) LIKE $3 OR lower(display_name) LIKE $3) AND ($4::boolean IS NULL OR allow_open_invite = $4)`;
    const params = [open, closed, pattern, allow_open_invite ?? null];
    const is_paged = page !== null && page !== undefined;
    const size = per_page ?? MAX_FOUND;
    const [rows, total] = await Promise.all([
      ctx.db.rows<Team>(`SELECT ${teamColumns()} FROM teams WHERE ${where} ORDER BY lower(display_name), id LIMIT $5 OFFSET $6`, [...params, size, is_paged ? page * size : 0]),
      is_paged ? ctx.db.one<{ count: number }>(`SELECT count(*) FROM teams WHERE ${where}`, params) : undefined,
    ]);
    const teams = await showTeams(ctx, rows.map(toWireTeam));
    return total ? { teams, total_count: total.count } : teams;
  },
});
