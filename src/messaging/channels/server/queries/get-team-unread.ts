import { z } from 'zod';
import { selfOr } from '#identity/roles/server/feature.ts';
import { inTeam } from '#identity/teams/server/feature.ts';
import { allOf, fields, query } from '#kernel/server/index.ts';
import { SUMS, withThreads, type Counts } from '../team-unreads.ts';

export const getTeamUnread = query({
  name: 'get-team-unread',
  summary: 'What a person has not read in a team.',
  input: z.object({ user_id: fields.id(), team_id: fields.id() }),
  permission: allOf<{ user_id: string; team_id: string }>(selfOr('edit_other_users'), inTeam('view_team')),
  run: async (ctx, { user_id, team_id }) => {
    const counts = await ctx.db.one<Omit<Counts, 'team_id'>>(`SELECT ${SUMS} FROM channel_member_counts v WHERE v.user_id = $1 AND v.team_id = $2 AND v.channel_delete_at = 0`, [user_id, team_id]);
    return (await withThreads(ctx, user_id, [{ team_id, ...counts }], false))[0]!;
  },
});
