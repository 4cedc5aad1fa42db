import { z } from 'zod';
import { selfOr } from '#identity/roles/server/feature.ts';
import { inTeam } from '#identity/teams/server/feature.ts';
import type { TeamUnread } from '#identity/teams/wire/index.ts';
import { allOf, fields, query, type Ctx } from '#kernel/server/index.ts';
import { threadCountsOf } from '../channels.extensions.ts';

type Counts = Pick<TeamUnread, 'team_id' | 'msg_count' | 'mention_count' | 'mention_count_root' | 'msg_count_root'>;

// Muted channels count by their mentions only.
const SUMS = `
  COALESCE(sum(v.unread_count) FILTER (WHERE NOT v.is_muted), 0) AS msg_count, COALESCE(sum(v.mention_count), 0) AS mention_count,
  COALESCE(sum(v.mention_count_root), 0) AS mention_count_root, COALESCE(sum(v.unread_count_root) FILTER (WHERE NOT v.is_muted), 0) AS msg_count_root`;

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

async function withThreads(ctx: Ctx, user_id: string, counts: readonly Counts[], wanted: boolean): Promise<TeamUnread[]> {
  const none = { thread_count: 0, thread_mention_count: 0, thread_urgent_mention_count: 0 };
  const [count] = ctx.app.all(threadCountsOf);
  const threads = wanted && counts.length ? await count?.(ctx.app, user_id, counts.map((c) => c.team_id)) : undefined;
  return counts.map((c) => ({ ...c, ...(threads?.get(c.team_id) ?? none) }));
}
