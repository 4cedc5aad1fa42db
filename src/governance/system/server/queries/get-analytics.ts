import { z } from 'zod';
import { fields, invalidParam, query, type Ctx } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';

interface Row {
  readonly name: string;
  readonly value: number;
}

const DAY_MS = 86_400_000;
const DAYS = 31;

export const getAnalytics = query({
  name: 'get-analytics',
  summary: 'Counts what is in this server, or in one team.',
  input: z.object({ name: z.string().default('standard'), team_id: fields.optionalId() }),
  permission: inSystem('get_analytics'),
  run: (ctx, { name, team_id }): Promise<Row[]> => {
    const since = Math.floor(ctx.now / DAY_MS - DAYS) * DAY_MS;
    if (name === 'standard') return standard(ctx, team_id);
    if (name === 'post_counts_day') return perDay(ctx, 'count(*)', '', team_id, since);
    if (name === 'bot_post_counts_day') return perDay(ctx, 'count(*)', 'AND u.is_bot', team_id, since);
    if (name === 'user_counts_with_posts_day') return perDay(ctx, 'count(DISTINCT p.user_id)', '', team_id, since);
    throw invalidParam('name', 'It is standard, post_counts_day, bot_post_counts_day or user_counts_with_posts_day.');
  },
});

async function standard(ctx: Ctx, team_id: string): Promise<Row[]> {
  const counts = await ctx.db.slow.one<Record<string, number>>(
    `SELECT
       (SELECT count(*) FROM channels WHERE type = 'O' AND delete_at = 0 AND ($1 = '' OR team_id = $1)) AS channel_open_count,
       (SELECT count(*) FROM channels WHERE type = 'P' AND delete_at = 0 AND ($1 = '' OR team_id = $1)) AS channel_private_count,
       (SELECT coalesce(sum(total_msg_count), 0) FROM channels WHERE $1 = '' OR team_id = $1) AS post_count,
       (SELECT count(*) FROM users u WHERE delete_at = 0 AND NOT is_bot AND ($1 = '' OR EXISTS (SELECT 1 FROM team_members m WHERE m.team_id = $1 AND m.user_id = u.id AND m.delete_at = 0))) AS unique_user_count,
       (SELECT count(*) FROM users WHERE delete_at > 0 AND NOT is_bot) AS inactive_user_count,
       (SELECT count(*) FROM teams WHERE delete_at = 0) AS team_count,
       (SELECT count(*) FROM statuses WHERE last_activity_at > $2) AS daily_active_users,
       (SELECT count(*) FROM statuses WHERE last_activity_at > $3) AS monthly_active_users`,
    [team_id, ctx.now - DAY_MS, ctx.now - DAYS * DAY_MS],
  );
  return Object.entries({ ...counts, total_websocket_connections: ctx.app.hub.stats().connections }).map(([name, value]) => ({ name, value }));
}

async function perDay(ctx: Ctx, counted: string, condition: string, team_id: string, since: number): Promise<Row[]> {
  return ctx.db.slow.rows<Row>(
    `SELECT to_char(to_timestamp(p.create_at / 1000) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS name, ${counted} AS value
     FROM posts p JOIN users u ON u.id = p.user_id JOIN channels c ON c.id = p.channel_id
     WHERE p.create_at >= $1 AND ($2 = '' OR c.team_id = $2) ${condition} GROUP BY 1 ORDER BY 1 DESC`,
    [since, team_id],
  );
}
