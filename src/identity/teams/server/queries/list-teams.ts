import { z } from 'zod';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { fields, query, userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import type { Team } from '../../wire/index.ts';
import { showTeams } from '../teams.permissions.ts';
import { teamColumns, toWireTeam } from '../teams.store.ts';

interface Reach {
  readonly open: boolean;
  readonly closed: boolean;
}

const reachOf = async (ctx: Ctx): Promise<Reach> => ({ open: await hasPermission(ctx, 'list_public_teams'), closed: await hasPermission(ctx, 'list_private_teams') });

const listsTeams: PermissionRule = {
  scope: 'system',
  ids: ['list_public_teams', 'list_private_teams'],
  check: async (ctx) => {
    const { open, closed } = await reachOf(ctx);
    if (!open && !closed) throw userError('api.team.get_all_teams.insufficient_permissions', 'You may not list teams.', 403);
    return true;
  },
};

// Archived teams are for those who manage all teams, who may restore them.
const WHERE = `($1 AND allow_open_invite AND (delete_at = 0 OR $2)) OR ($2 AND NOT allow_open_invite)`;

export const listTeams = query({
  name: 'list-teams',
  summary: 'Teams of the server, by name, as far as the asker may list them.',
  input: z.object({ page: fields.page(), per_page: fields.perPage(), include_total_count: fields.queryFlag() }),
  permission: listsTeams,
  run: async (ctx, { page, per_page, include_total_count }) => {
    const { open, closed } = await reachOf(ctx);
    const [rows, total] = await Promise.all([
      ctx.db.rows<Team>(`SELECT ${teamColumns()} FROM teams WHERE ${WHERE} ORDER BY lower(display_name), id LIMIT $3 OFFSET $4`, [open, closed, per_page, page * per_page]),
      include_total_count ? ctx.db.one<{ count: number }>(`SELECT count(*) FROM teams WHERE ${WHERE}`, [open, closed]) : undefined,
    ]);
    const teams = await showTeams(ctx, rows.map(toWireTeam));
    return total ? { teams, total_count: total.count } : teams;
  },
});

const MAX_FOUND = 100;

export const searchTeams = query({
  name: 'search-teams',
  summary: 'Teams whose names contain a text. With a page also how many there are.',
  input: z.object({ term: fields.text(256).nullish(), page: z.int().min(0).nullish(), per_page: z.int().min(1).max(200).nullish(), allow_open_invite: z.boolean().nullish() }),
  permission: listsTeams,
  run: async (ctx, { term, page, per_page, allow_open_invite }) => {
    const { open, closed } = await reachOf(ctx);
    const pattern = `%${(term ?? '').trim().toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    const where = `(${WHERE}) AND (lower(name) LIKE $3 OR lower(display_name) LIKE $3) AND ($4::boolean IS NULL OR allow_open_invite = $4)`;
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
