import type { Ctx } from '#kernel/server/index.ts';
import type { GroupWithSchemeAdmin } from '../../wire/index.ts';
import { readSyncablesOfTarget } from '../groups.store.ts';
import { countGroups, findGroups } from './find-groups.ts';
import type { GroupFilter } from './group-filter.ts';

interface Asked extends Omit<GroupFilter, 'linked_to' | 'not_linked_to' | 'source' | 'since' | 'ids'> {
  readonly page: number;
  readonly per_page: number;
  readonly paginate?: boolean;
  readonly include_member_count: boolean;
  readonly include_member_ids: boolean;
}

/** The groups that fill a team or channel, and whether as administrators. */
export async function groupsOfTarget(ctx: Ctx, kind: 'teams' | 'channels', id: string, asked: Asked): Promise<{ groups: GroupWithSchemeAdmin[]; total_group_count: number }> {
  const filter = { ...asked, linked_to: { kind, id } };
  const page = asked.paginate === false ? undefined : { limit: asked.per_page, offset: asked.page * asked.per_page };
  const [groups, total_group_count, syncables] = await Promise.all([findGroups(ctx, filter, { ...asked, page }), countGroups(ctx, filter), readSyncablesOfTarget(ctx.db, kind, id)]);
  const admins = new Set(syncables.filter((row) => row.scheme_admin).map((row) => row.group_id));
  return { groups: groups.map((group) => ({ ...group, scheme_admin: admins.has(group.id) })), total_group_count };
}
