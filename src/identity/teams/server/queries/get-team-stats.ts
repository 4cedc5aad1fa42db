import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import type { TeamStats } from '../../wire/index.ts';
import { inTeam, requireTeam } from '../teams.permissions.ts';

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
