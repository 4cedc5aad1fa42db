import { invalidParam, isId, permissionError, type Ctx } from '#kernel/server/index.ts';
import type { User } from '../../wire/index.ts';
import { userOrders, userScopes } from '../users.extensions.ts';
import { toUser, USER_COLUMNS } from '../users.store.ts';
import { seesEverybody } from '../users.visibility.ts';

/** What narrows a list of people. */
export interface UserFilter {
  /** Names and values of scopes, see `userScopes`; empty values are ignored. */
  readonly scopes?: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** System-wide roles of which one is enough. */
  readonly roles?: readonly string[];
  readonly is_active?: boolean;
  readonly without_bots?: boolean;
  /** Words that names begin with; all must be found. */
  readonly term?: string;
  readonly fields?: { readonly email: boolean; readonly full_name: boolean };
}

export interface UserPage {
  readonly limit: number;
  readonly offset: number;
  /** The name of an order, see `userOrders`; '' = by user name. */
  readonly sort?: string;
}

/** People that pass a filter. Those whom the actor may not know of are left out by the database. */
export async function findUsers(ctx: Ctx, filter: UserFilter, page: UserPage): Promise<User[]> {
  const { where, params } = await conditionsOf(ctx, filter);
  const text = `SELECT ${USER_COLUMNS} FROM users u WHERE ${where} ORDER BY ${orderOf(ctx, page.sort ?? '')} LIMIT $${params.length + 1} OFFSET $${params.length + 2}`;
  return (await ctx.db.rows<User>(text, [...params, page.limit, page.offset])).map(toUser);
}

export async function countUsers(ctx: Ctx, filter: UserFilter): Promise<number> {
  const { where, params } = await conditionsOf(ctx, filter);
  return (await ctx.db.one<{ count: number }>(`SELECT count(*) FROM users u WHERE ${where}`, params)).count;
}

/** Text for LIKE that means itself. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

async function conditionsOf(ctx: Ctx, filter: UserFilter): Promise<{ where: string; params: unknown[] }> {
  const params: unknown[] = [];
  const place = (value: unknown) => `$${params.push(value)}`;
  const where = ['true'];
  for (const [name, value] of Object.entries(filter.scopes ?? {})) if (value?.length) where.push(await scopeCondition(ctx, name, value, place));
  if (filter.roles?.length) where.push(`string_to_array(u.roles, ' ') && ${place(filter.roles)}::text[]`);
  if (filter.is_active !== undefined) where.push(filter.is_active ? 'u.delete_at = 0' : 'u.delete_at > 0');
  if (filter.without_bots) where.push('NOT u.is_bot');
  if (filter.term) where.push(...termConditions(filter.term, filter.fields ?? { email: false, full_name: true }, place));
  if (!(await seesEverybody(ctx))) where.push(`(u.id = ${place(ctx.actor.user_id)} OR ${await scopeCondition(ctx, 'shares_channel_with', ctx.actor.user_id, place)})`);
  return { where: where.join(' AND '), params };
}

async function scopeCondition(ctx: Ctx, name: string, value: string | readonly string[], place: (value: unknown) => string): Promise<string> {
  if (/^(not_)?in_/.test(name) && !isId(value)) throw invalidParam(name);
  const scope = ctx.app.all(userScopes).find((one) => one.name === name);
  if (!scope) return 'false';
  if (scope.check && typeof value === 'string' && !(await scope.check(ctx, value))) throw permissionError(ctx.actor.user_id, [name]);
  return `(${scope.condition.includes('$') ? scope.condition.replaceAll('$', () => place(value)) : scope.condition})`;
}

function termConditions(term: string, fields: { email: boolean; full_name: boolean }, place: (value: unknown) => string): string[] {
  const columns = ['u.username', 'lower(u.nickname)', ...(fields.full_name ? ['lower(u.first_name)', 'lower(u.last_name)'] : []), ...(fields.email ? ['u.email'] : [])];
  const words = term.toLowerCase().replaceAll('\u0000', '').split(/\s+/).map((word) => word.replace(/^@/, '')).filter(Boolean).slice(0, 10);
  return words.map((word) => {
    const prefix = place(`${escapeLike(word)}%`);
    return `(${columns.map((column) => `${column} LIKE ${prefix}`).join(' OR ')})`;
  });
}

function orderOf(ctx: Ctx, sort: string): string {
  if (sort === '') return 'u.username';
  if (sort === 'create_at') return 'u.create_at DESC';
  if (sort === 'admin') return "(u.roles LIKE '%system_admin%') DESC, u.username";
  if (sort === 'display_name') return "lower(coalesce(nullif(u.nickname, ''), nullif(trim(u.first_name || ' ' || u.last_name), ''), u.username)), u.username";
  const order = ctx.app.all(userOrders).find((one) => one.name === sort);
  if (!order) throw invalidParam('sort', 'Sort by create_at, last_activity_at, status, admin or display_name.');
  return `${order.order_by}, u.username`;
}
