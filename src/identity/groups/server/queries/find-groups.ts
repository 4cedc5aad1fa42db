import { visibleOf } from '#identity/users/server/feature.ts';
import type { Ctx } from '#kernel/server/index.ts';
import type { Group } from '../../wire/index.ts';
import { enableCustomGroups } from '../groups.settings.ts';
import { GROUP_COLUMNS, toGroup, type GroupRow } from '../groups.store.ts';
import { groupConditions, type GroupFilter } from './group-filter.ts';

const MEMBERS = 'FROM user_group_members m JOIN users u ON u.id = m.user_id AND u.delete_at = 0 WHERE m.group_id = g.id AND m.delete_at = 0';

interface Shown {
  readonly include_member_count: boolean;
  readonly include_member_ids: boolean;
  /** Absent: all. */
  readonly page?: { readonly limit: number; readonly offset: number };
}

/** Groups that pass a filter, by display name. Of their members the reader gets only those whom he may know of. */
export async function findGroups(ctx: Ctx, given: GroupFilter, shown: Shown): Promise<Group[]> {
  const { where, params } = groupConditions(withSettings(ctx, given));
  const counts = shown.include_member_count ? `, (SELECT count(*) ${MEMBERS}) AS member_count` : '';
  const ids = shown.include_member_ids ? `, ARRAY(SELECT m.user_id ${MEMBERS} ORDER BY m.user_id) AS member_ids` : '';
  const limit = shown.page ? ` LIMIT $${params.length + 1} OFFSET $${params.length + 2}` : '';
  const rows = await ctx.db.rows<GroupRow>(`SELECT ${GROUP_COLUMNS}${counts}${ids} FROM user_groups g WHERE ${where} ORDER BY lower(g.display_name), g.id${limit}`, [...params, ...(shown.page ? [shown.page.limit, shown.page.offset] : [])]);
  const groups = rows.map(toGroup);
  if (shown.include_member_ids) await hideUnknown(ctx, groups);
  return groups;
}

export async function countGroups(ctx: Ctx, given: GroupFilter): Promise<number> {
  const { where, params } = groupConditions(withSettings(ctx, given));
  return (await ctx.db.one<{ count: number }>(`SELECT count(*) FROM user_groups g WHERE ${where}`, params)).count;
}

function withSettings(ctx: Ctx, filter: GroupFilter): GroupFilter {
  return ctx.settings.get(enableCustomGroups) ? filter : { ...filter, hide_custom: true };
}

async function hideUnknown(ctx: Ctx, groups: Group[]): Promise<void> {
  const visible = await visibleOf(ctx, [...new Set(groups.flatMap((group) => group.member_ids ?? []))]);
  for (const group of groups) group.member_ids = (group.member_ids ?? []).filter((id) => visible.has(id));
}
