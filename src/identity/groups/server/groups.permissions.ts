import { grants, hasPermission } from '#identity/roles/server/feature.ts';
import { userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import type { Group } from '../wire/index.ts';
import { isSynced } from './groups.rules.ts';
import { isGroupMember, readGroup } from './groups.store.ts';
import { enableCustomGroups } from './groups.settings.ts';

// What the members of a group may do with it, beside what their system-wide roles say.
const MEMBER_ROLE = 'custom_group_user';

export const READ = 'sysconsole_read_user_management_groups';
export const WRITE = 'sysconsole_write_user_management_groups';

/** The group, also an archived one, or a 404. Groups of people hide where they are switched off. */
export async function requireGroup(ctx: Ctx, group_id: string): Promise<Group> {
  const group = await readGroup(ctx.db, group_id);
  if (!group) throw userError('app.group.no_rows', 'There is no such group.', 404);
  if (!isSynced(group)) demandCustomGroups(ctx);
  return group;
}

export function demandCustomGroups(ctx: Ctx): void {
  if (!ctx.settings.get(enableCustomGroups)) throw userError('api.custom_groups.feature_disabled', 'Groups of people are switched off on this server (ServiceSettings.EnableCustomGroups).');
}

/** Groups that a directory owns are changed there. */
export function demandCustom(group: Group, status = 400): void {
  if (isSynced(group)) throw userError('app.group.crud_permission', 'This group comes from a directory. Change it there.', status);
}

export async function hasGroupPermission(ctx: Ctx, group_id: string, permission: string): Promise<boolean> {
  if (await hasPermission(ctx, permission)) return true;
  return grants(ctx.app, [MEMBER_ROLE], permission) && isGroupMember(ctx.db, group_id, ctx.actor.user_id);
}

/** Rule: this permission on the group that the input names, by system-wide roles or as its member. */
export function onGroup(permission: string): PermissionRule<{ group_id: string }> {
  return { scope: 'system', ids: [permission], check: (ctx, { group_id }) => hasGroupPermission(ctx, group_id, permission) };
}

/** Rule: groups that can be mentioned are known to everybody, the others to those who manage groups. */
export const readsGroup: PermissionRule<{ group_id: string }> = {
  scope: 'system',
  ids: [READ],
  check: async (ctx, { group_id }) => {
    const group = await requireGroup(ctx, group_id);
    return group.allow_reference || hasPermission(ctx, READ);
  },
};

/** Whether lists of people may be narrowed by this group. */
export async function mayFilterBy(ctx: Ctx, group_id: string): Promise<boolean> {
  return (await readGroup(ctx.db, group_id))?.allow_reference === true || readsGroups(ctx);
}

/** Whether the actor manages groups, and so sees also those that cannot be mentioned. */
export function readsGroups(ctx: Ctx): Promise<boolean> {
  return hasPermission(ctx, READ);
}
