import { SYSTEM, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import { grants } from './roles.table.ts';

/** Whether the actor has a permission by the system-wide roles. The system itself has all. */
export function hasPermission(ctx: Ctx, permission: string): Promise<boolean> {
  return Promise.resolve(ctx.actor === SYSTEM || grants(ctx.app, ctx.actor.roles, permission));
}

/** Rule: one of these permissions by the system-wide roles. */
export function inSystem(...permissions: [string, ...string[]]): PermissionRule {
  return {
    scope: 'system',
    ids: permissions,
    check: async (ctx) => {
      for (const permission of permissions) if (await hasPermission(ctx, permission)) return true;
      return false;
    },
  };
}

/** Rule: on oneself, or with the permission on anybody. */
export function selfOr(permission: string): PermissionRule<{ user_id: string }> {
  return { scope: 'self', ids: [permission], check: (ctx, { user_id }) => (ctx.actor.user_id !== '' && ctx.actor.user_id === user_id) || hasPermission(ctx, permission) };
}
