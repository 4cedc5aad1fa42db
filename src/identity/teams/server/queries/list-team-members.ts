import { z } from 'zod';
import { seesEverybody, visibleOf } from '#identity/users/server/feature.ts';
import { fields, query } from '#kernel/server/index.ts';
import type { TeamMember } from '../../wire/index.ts';
import { memberColumns, toMember, type MemberRow } from '../team-members.store.ts';
import { inTeam } from '../teams.permissions.ts';

export const listTeamMembers = query({
  name: 'list-team-members',
  summary: 'The members of a team.',
  input: z.object({ team_id: fields.id(), page: fields.page(), per_page: fields.perPage(), sort: z.string().nullish(), exclude_deleted_users: fields.queryFlag() }),
  permission: inTeam('view_team'),
  run: async (ctx, { team_id, page, per_page, sort, exclude_deleted_users }): Promise<TeamMember[]> => {
    const rows = await ctx.db.rows<MemberRow>(
      `SELECT ${memberColumns} FROM team_members m JOIN users u ON u.id = m.user_id
       WHERE m.team_id = $1 AND m.delete_at = 0 AND ($2 = false OR u.delete_at = 0) ORDER BY ${sort?.toLowerCase() === 'username' ? 'u.username' : 'm.user_id'} LIMIT $3 OFFSET $4`,
      [team_id, exclude_deleted_users, per_page, page * per_page],
    );
    if (await seesEverybody(ctx)) return rows.map(toMember);
    const visible = await visibleOf(ctx, rows.map((row) => row.user_id));
    return rows.filter((row) => visible.has(row.user_id)).map(toMember);
  },
});
