import { z } from 'zod';
import { demandVisible, seesEverybody, visibleOf } from '#identity/users/server/feature.ts';
import { fields, query, userError } from '#kernel/server/index.ts';
import type { TeamMember, TeamStats } from '../../wire/index.ts';
import { missingMember } from '../team-members.ts';
import { memberColumns, readMember, readMembersByIds, toMember, type MemberRow } from '../team-members.store.ts';
import { teamMemberInput } from '../teams.fields.ts';
import { inTeam, requireTeam } from '../teams.permissions.ts';

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

export const listTeamMembersByIds = query({
  name: 'list-team-members-by-ids',
  summary: 'Some members of a team.',
  input: z.object({ team_id: fields.id(), user_ids: z.array(fields.id()).max(10_000) }),
  permission: inTeam('view_team'),
  run: async (ctx, { team_id, user_ids }) => {
    if (!user_ids.length) throw userError('api.context.invalid_body_param.app_error', 'Give the ids of the members in the body.');
    const visible = await visibleOf(ctx, user_ids);
    return readMembersByIds(ctx.db, team_id, user_ids.filter((id) => visible.has(id)));
  },
});

export const getTeamMember = query({
  name: 'get-team-member',
  summary: 'One member of a team.',
  input: teamMemberInput,
  permission: inTeam('view_team'),
  run: async (ctx, { team_id, user_id }) => {
    await demandVisible(ctx, user_id);
    const member = await readMember(ctx.db, team_id, user_id);
    if (!member) throw missingMember();
    return member;
  },
});

export const getTeamStats = query({
  name: 'get-team-stats',
  summary: 'How many members a team has.',
  input: z.object({ team_id: fields.id() }),
  permission: inTeam('view_team'),
  run: async (ctx, { team_id }): Promise<TeamStats> => {
    await requireTeam(ctx, team_id);
    const counts = await ctx.db.one<{ total: number; active: number }>(
      'SELECT count(*) AS total, count(*) FILTER (WHERE u.delete_at = 0) AS active FROM team_members m JOIN users u ON u.id = m.user_id WHERE m.team_id = $1 AND m.delete_at = 0',
      [team_id],
    );
    return { team_id, total_member_count: counts.total, active_member_count: counts.active };
  },
});
