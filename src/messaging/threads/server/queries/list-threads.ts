import { z } from 'zod';
import { selfOr } from '#identity/roles/server/feature.ts';
import { inTeam } from '#identity/teams/server/feature.ts';
import { allOf, fields, query, userError, type Ctx } from '#kernel/server/index.ts';
import type { UserThreads } from '../../wire/index.ts';
import { THREAD_COLUMNS, toThreads, type ThreadRow } from '../threads.reads.ts';

/** The inbox: threads that a person follows in a team and in direct channels, newest reply first. */
export const listThreads = query({
  name: 'list-threads',
  summary: 'List the threads that a person follows, with totals.',
  input: z.object({
    user_id: fields.id(), team_id: fields.id(), since: fields.queryNumber(0), before: z.string().default(''), after: z.string().default(''), per_page: fields.perPage(30), pageSize: fields.queryNumber(0, 200),
    totalsOnly: fields.queryFlag(), threadsOnly: fields.queryFlag(), unread: fields.queryFlag(), deleted: fields.queryFlag(), extended: fields.queryFlag(), excludeDirect: fields.queryFlag(),
  }),
  permission: allOf<{ user_id: string; team_id: string }>(selfOr('edit_other_users'), inTeam('view_team')),
  run: async (ctx, i): Promise<UserThreads> => {
    if (i.before && i.after) throw userError('api.getThreadsForUser.bad_params', 'Give "before" or "after", not both.');
    if (i.totalsOnly && i.threadsOnly) throw userError('api.getThreadsForUser.bad_only_params', 'Give "totalsOnly" or "threadsOnly", not both.');
    const [totals, rows] = await Promise.all([i.threadsOnly ? NO_TOTALS : readTotals(ctx, i), i.totalsOnly ? [] : readPage(ctx, i)]);
    return { ...totals, threads: await toThreads(ctx, rows, i.extended) };
  },
});

const NO_TOTALS = { total: 0, total_unread_threads: 0, total_unread_mentions: 0, total_unread_urgent_mentions: 0 };

interface Asked {
  readonly user_id: string;
  readonly team_id: string;
  readonly since: number;
  readonly before: string;
  readonly after: string;
  readonly per_page: number;
  readonly pageSize: number;
  readonly unread: boolean;
  readonly deleted: boolean;
  readonly excludeDirect: boolean;
}

const FOLLOWED = `thread_memberships m JOIN post_threads t ON t.root_id = m.post_id JOIN posts p ON p.id = m.post_id JOIN channels c ON c.id = t.channel_id LEFT JOIN posts_priority y ON y.post_id = m.post_id
  JOIN channel_members cm ON cm.channel_id = c.id AND cm.user_id = m.user_id
  WHERE m.user_id = $1 AND m.following AND (c.team_id = $2 OR (c.team_id = '' AND NOT $3)) AND (p.delete_at = 0 OR $4) AND c.delete_at = 0`;

function readTotals(ctx: Ctx, i: Asked): Promise<typeof NO_TOTALS> {
  return ctx.db.one(
    `SELECT count(*)::integer AS total, (count(*) FILTER (WHERE t.last_reply_at > m.last_viewed_at))::integer AS total_unread_threads, coalesce(sum(m.unread_mentions), 0)::integer AS total_unread_mentions,
       coalesce(sum(m.unread_mentions) FILTER (WHERE y.priority = 'urgent'), 0)::integer AS total_unread_urgent_mentions FROM ${FOLLOWED}`,
    [i.user_id, i.team_id, i.excludeDirect, i.deleted],
  );
}

// `before` asks for what lies further down the inbox, `after` for what is newer; both name a thread of the page at hand.
function readPage(ctx: Ctx, i: Asked): Promise<ThreadRow[]> {
  const is_up = i.after !== '';
  const edge = i.before || i.after;
  const order = is_up ? 'ASC' : 'DESC';
  return ctx.db
    .rows<ThreadRow>(
      `SELECT ${THREAD_COLUMNS} FROM ${FOLLOWED}
         AND (NOT $5 OR t.last_reply_at > m.last_viewed_at) AND ($6 = 0 OR m.last_update_at >= $6 OR t.last_reply_at >= $6)
         AND ($7 = '' OR (t.last_reply_at, t.root_id) ${is_up ? '>' : '<'} ((SELECT e.last_reply_at FROM post_threads e WHERE e.root_id = $7), $7))
       ORDER BY t.last_reply_at ${order}, t.root_id ${order} LIMIT $8`,
      [i.user_id, i.team_id, i.excludeDirect, i.deleted, i.unread, i.since, edge, i.pageSize || i.per_page],
    )
    .then((rows) => (is_up ? rows.reverse() : rows));
}
