import { sanitizeListed, toUser, USER_COLUMNS } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import { isId, userError, type Ctx } from '#kernel/server/index.ts';
import type { UserReport } from '../wire/index.ts';
import { conditionsOf, type ReportFilter } from './reports.input.ts';

export type { ReportFilter };

const DAY_MS = 86_400_000;

/** What can be sorted by, and as what text or number it is compared. */
const COLUMNS: Readonly<Record<string, string>> = { Username: 'u.username', Email: 'u.email', CreateAt: 'u.create_at', FirstName: 'u.first_name', LastName: 'u.last_name', Nickname: 'u.nickname' };

/** A page of a report: what narrows it, its order, and the account of the page before. */
export interface ReportQuery extends ReportFilter {
  readonly sort_column: string;
  readonly sort_direction: string;
  readonly direction: string;
  readonly page_size: number;
  readonly from_column_value: string;
  readonly from_id: string;
  readonly date_range: string;
}

/** Accounts with how much they are used. */
export async function readReports(ctx: Ctx, given: ReportQuery): Promise<UserReport[]> {
  const users = await readPage(ctx, given);
  const used = await readUse(ctx, users.map((user) => user.id), rangeOf(given.date_range, ctx.now));
  return users.map((user) => ({ ...sanitizeListed(user, ctx), last_login: user.last_login ?? 0, ...(used.get(user.id) ?? { last_status_at: 0, last_post_date: 0, days_active: 0, total_posts: 0, channel_count: 0 }) }));
}

async function readPage(ctx: Ctx, given: ReportQuery): Promise<User[]> {
  const column = COLUMNS[given.sort_column];
  if (!column) throw userError('model.user_report_options.is_valid.invalid_sort_column', `sort_column must be one of ${Object.keys(COLUMNS).join(', ')}.`);
  const params: unknown[] = [];
  const place = (value: unknown) => `$${params.push(value)}`;
  const is_back = given.direction === 'prev';
  const is_down = (given.sort_direction === 'desc') !== is_back;
  let where = conditionsOf(given, place);
  if (given.from_id || given.from_column_value) {
    const is_number = given.sort_column === 'CreateAt';
    const value = is_number ? Number(given.from_column_value) : given.from_column_value.replaceAll('\u0000', '');
    if (!isId(given.from_id) || (is_number && !Number.isSafeInteger(value))) throw userError('api.getUsersForReporting.invalid_cursor', 'from_id and from_column_value must be those of an account of the page before.');
    where += ` AND (${column}, u.id) ${is_down ? '<' : '>'} (${place(value)}${is_number ? '::bigint' : '::text'}, ${place(given.from_id)})`;
  }
  const way = is_down ? 'DESC' : 'ASC';
  const rows = await ctx.db.slow.rows<User>(`SELECT ${USER_COLUMNS} FROM users u WHERE ${where} ORDER BY ${column} ${way}, u.id ${way} LIMIT ${place(given.page_size)}`, params);
  const users = rows.map(toUser);
  return is_back ? users.reverse() : users;
}

type Use = Pick<UserReport, 'last_status_at' | 'last_post_date' | 'days_active' | 'total_posts' | 'channel_count'>;

async function readUse(ctx: Ctx, user_ids: readonly string[], [from, to]: readonly [number, number]): Promise<Map<string, Use>> {
  const rows = await ctx.db.slow.rows<Use & { id: string }>(
    `SELECT u.id, COALESCE((SELECT s.last_activity_at FROM statuses s WHERE s.user_id = u.id), 0) AS last_status_at, COALESCE(p.last_post_date, 0) AS last_post_date,
       COALESCE(p.days_active, 0) AS days_active, COALESCE(p.total_posts, 0) AS total_posts, (SELECT count(*) FROM channel_members m WHERE m.user_id = u.id) AS channel_count
     FROM unnest($1::text[]) AS u (id)
     LEFT JOIN (SELECT user_id, max(create_at) AS last_post_date, count(DISTINCT create_at / $4) AS days_active, count(*) AS total_posts FROM posts
       WHERE user_id = ANY($1) AND type = '' AND delete_at = 0 AND create_at >= $2 AND create_at < $3 GROUP BY user_id) p ON p.user_id = u.id`,
    [user_ids, from, to, DAY_MS],
  );
  return new Map(rows.map(({ id, ...use }) => [id, use]));
}

/** From when to when posts count, in ms. */
function rangeOf(date_range: string, now: number): readonly [number, number] {
  const today = new Date(now);
  const month = (back: number) => Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1);
  if (date_range === 'last_30_days' || date_range === 'last30days') return [now - 30 * DAY_MS, now + DAY_MS];
  if (date_range === 'previous_month' || date_range === 'previousmonth') return [month(1), month(0)];
  if (date_range === 'last_6_months' || date_range === 'last6months') return [month(6), now + DAY_MS];
  return [0, now + DAY_MS];
}
