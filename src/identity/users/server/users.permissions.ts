import type { Ctx, PermissionRule } from '#kernel/server/index.ts';
import { grants, hasPermission } from '#identity/roles/server/feature.ts';
import type { User } from '../wire/index.ts';
import { getUser } from './users.cache.ts';
import { userManagers } from './users.extensions.ts';
import { rolesOf } from './users.rules.ts';

/** Whether an account could do anything: only its equals may change it. */
export function isAdministrator(ctx: Pick<Ctx, 'app'>, user: User): boolean {
  return grants(ctx.app, rolesOf(user), 'manage_system');
}

/** Whether the actor may act on this account with a permission for other people's accounts. */
export async function mayManage(ctx: Ctx, user_id: string, permission: string): Promise<boolean> {
  if (ctx.actor.user_id !== '' && ctx.actor.user_id === user_id) return true;
  for (const manages of ctx.app.all(userManagers)) if (await manages(ctx, user_id)) return true;
  if (!(await hasPermission(ctx, permission))) return false;
  const user = await getUser(ctx.app, user_id);
  return !user || !isAdministrator(ctx, user) || hasPermission(ctx, 'manage_system');
}

/** Rule: on oneself, on a bot of one's own, or with the permission on others; on administrators only administrators. */
export function selfOrManager(permission: string): PermissionRule<{ user_id: string }> {
  return { scope: 'self', ids: [permission], check: (ctx, { user_id }) => mayManage(ctx, user_id, permission) };
}

/** Rule: with the permission on everybody but administrators, who are changed by administrators only. */
export function onOthers(permission: string): PermissionRule<{ user_id: string }> {
  return {
    scope: 'system',
    ids: [permission],
    check: async (ctx, { user_id }) => {
      const user = (await hasPermission(ctx, permission)) ? await getUser(ctx.app, user_id) : null;
      return user !== null && (!user || !isAdministrator(ctx, user) || hasPermission(ctx, 'manage_system'));
    },
  };
}
