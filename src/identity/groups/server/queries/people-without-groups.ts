import { getUsers, sanitizeListed } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import type { Ctx } from '#kernel/server/index.ts';
import type { Group } from '../../wire/index.ts';
import { findGroups } from './find-groups.ts';

type Flags = { user_id: string; scheme_guest: boolean; scheme_user: boolean; scheme_admin: boolean };
export type UserWithGroups = User & { groups: Group[]; scheme_guest: boolean; scheme_user: boolean; scheme_admin: boolean };

/**
 * People of a team or channel who are in none of some groups: who would have to leave if these alone decided.
 * `from` is the table of members with its condition on `$1`; the caller has checked who asks.
 */
export async function peopleWithoutGroups(ctx: Ctx, from: string, id: string, group_ids: readonly string[], page: { limit: number; offset: number }): Promise<{ users: UserWithGroups[]; total_count: number }> {
  const where = `FROM ${from} JOIN users u ON u.id = m.user_id WHERE u.delete_at = 0 AND NOT u.is_bot AND NOT m.scheme_guest
    AND NOT EXISTS (SELECT 1 FROM user_group_members g WHERE g.user_id = u.id AND g.delete_at = 0 AND g.group_id = ANY($2))`;
  const rows = await ctx.db.rows<Flags>(`SELECT m.user_id, m.scheme_guest, m.scheme_user, m.scheme_admin ${where} ORDER BY u.username LIMIT $3 OFFSET $4`, [id, group_ids, page.limit, page.offset]);
  const { count } = await ctx.db.one<{ count: number }>(`SELECT count(*) ${where}`, [id, group_ids]);
  const users = await getUsers(ctx.app, rows.map((row) => row.user_id));
  const groups = await groupsOfPeople(ctx, rows.map((row) => row.user_id));
  return { users: rows.map(({ user_id, ...flags }) => ({ ...sanitizeListed(users.get(user_id)!, ctx), groups: groups.get(user_id) ?? [], ...flags })), total_count: count };
}

async function groupsOfPeople(ctx: Ctx, user_ids: readonly string[]): Promise<Map<string, Group[]>> {
  const rows = await ctx.db.rows<{ user_id: string; group_id: string }>('SELECT user_id, group_id FROM user_group_members WHERE user_id = ANY($1) AND delete_at = 0', [user_ids]);
  const ids = [...new Set(rows.map((row) => row.group_id))];
  const found = await findGroups(ctx, { q: '', ids, filter_allow_reference: false, filter_archived: false, include_archived: false, filter_has_member: '', only_syncable_sources: false }, { include_member_count: false, include_member_ids: false });
  const by_id = new Map(found.map((group) => [group.id, group]));
  const groups = new Map<string, Group[]>();
  for (const { user_id, group_id } of rows) {
    const group = by_id.get(group_id);
    if (group) groups.set(user_id, [...(groups.get(user_id) ?? []), group]);
  }
  return groups;
}

/** Ids of groups in a query, separated by commas. */
export function groupIdsOf(text: string): string[] {
  return text.split(',').map((id) => id.trim()).filter(Boolean);
}
