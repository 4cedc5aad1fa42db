import { z } from 'zod';
import { selfOr } from '#identity/roles/server/feature.ts';
import { fields, query } from '#kernel/server/index.ts';
import { SUMS, withThreads, type Counts } from '../team-unreads.ts';

export const listTeamUnreads = query({
  name: 'list-team-unreads',
  summary: 'What a person has not read, by team.',
  input: z.object({ user_id: fields.id(), exclude_team: z.string().nullish(), include_collapsed_threads: fields.queryFlag() }),
  permission: selfOr('manage_system'),
  run: async (ctx, { user_id, exclude_team, include_collapsed_threads }) => {
    const counts = await ctx.db.rows<Counts>(
      `SELECT v.team_id, ${SUMS} FROM channel_member_counts v WHERE v.user_id = $1 AND v.team_id <> '' AND v.team_id <> $2 AND v.channel_delete_at = 0 GROUP BY v.team_id ORDER BY v.team_id`,
      [user_id, exclude_team ?? ''],
    );
    return withThreads(ctx, user_id, counts, include_collapsed_threads);
  },
});
