import { getUserByUsername } from '#identity/users/server/feature.ts';
import { userError, type Ctx, type Sql } from '#kernel/server/index.ts';
import type { Group } from '../wire/index.ts';
import { forgetMentions } from './group-mentions.ts';
import { groupChanged } from './groups.events.ts';
import { findGroupFault } from './groups.rules.ts';
import { countMembers, readGroup, updateGroup } from './groups.store.ts';
import { followMembers } from './sync-members.ts';

/** What the protocol calls a taken name: it has other words for a new group than for a changed one. */
interface Conflicts {
  readonly user: string;
  readonly group: string;
}
const CHANGED: Conflicts = { user: 'api.ldap_groups.existing_user_name_error', group: 'api.ldap_groups.existing_group_name_error' };

/** Checks and saves a change of a group, tells everybody and returns the group. */
export async function changeGroup(ctx: Ctx, group: Group, change: Partial<Pick<Group, 'name' | 'display_name' | 'description' | 'allow_reference' | 'delete_at'>>): Promise<Group> {
  const changed = { ...group, ...change };
  await demandGood(ctx, changed, changed.name === group.name ? null : CHANGED);
  await explain(updateGroup(ctx.db, group.id, changed, ctx.now), CHANGED);
  if (changed.delete_at !== group.delete_at) await followMembers(ctx, group.id);
  return tell(ctx, group.id, group.name);
}

/** Reads a group again after a change and tells everybody. */
export async function tell(ctx: Ctx, group_id: string, old_name: string | null = null): Promise<Group> {
  const group = { ...(await readGroup(ctx.db, group_id))!, member_count: await countMembers(ctx.db, group_id) };
  forgetMentions(ctx.app, old_name, group.name);
  ctx.emit(groupChanged, { group });
  return group;
}

/** Throws what is wrong with a group, or if somebody has its name. `conflicts` null: the name is its own already. */
export async function demandGood(ctx: Ctx, group: Pick<Group, 'name' | 'display_name' | 'description' | 'allow_reference'>, conflicts: Conflicts | null): Promise<void> {
  const fault = findGroupFault(group);
  if (fault) throw fault;
  if (!conflicts || group.name === null) return;
  if (await getUserByUsername(ctx.app, group.name)) throw userError(conflicts.user, 'Somebody has this name already. Choose another for the group.');
}

/** Turns the database's complaint about a taken name into the protocol's error. */
export function explain<T>(work: Promise<T>, conflicts: Conflicts): Promise<T> {
  return work.catch((error: { code?: string; constraint?: string }) => {
    throw error.code === '23505' && error.constraint === 'user_groups_name' ? userError(conflicts.group, 'Another group has this name already. Choose another.') : error;
  });
}

/** A name of a new account must not be that of a group: a mention could mean both. */
export async function isGroupName(sql: Sql, name: string): Promise<boolean> {
  return (await sql.maybe('SELECT 1 FROM user_groups WHERE name = $1 AND delete_at = 0', [name.toLowerCase()])) !== undefined;
}
