import { z } from 'zod';
import { action, fields, permissionError, userError } from '#kernel/server/index.ts';
import { hasPermission, inSystem } from '../roles.permissions.ts';
import { roleUpdated } from '../roles.events.ts';
import { savePermissions } from '../roles.store.ts';
import { allRoles, roleChanged } from '../roles.table.ts';

// Whoever could give these away, or take them from the administrators, would be one.
const PROTECTED_ROLES = ['system_admin'];
const RESERVED = 'manage_system';

export const patchRole = action({
  name: 'patch-role',
  summary: 'Changes the permissions of a role.',
  input: z.object({ role_id: fields.id(), permissions: z.array(z.string().regex(/^[a-z0-9_]{1,128}$/, 'must be ids of permissions')).max(1000).nullish() }),
  permission: inSystem('sysconsole_write_user_management_permissions', 'sysconsole_write_user_management_system_roles'),
  run: async (ctx, { role_id, permissions }) => {
    const role = allRoles(ctx.app).find((one) => one.id === role_id);
    if (!role) throw userError('app.role.get.app_error', 'There is no such role.', 404);
    if (!permissions) return role;
    const is_system_role = role.name.startsWith('system_') && !['system_user', 'system_guest'].includes(role.name);
    const needed = is_system_role ? 'sysconsole_write_user_management_system_roles' : 'sysconsole_write_user_management_permissions';
    const is_protected = PROTECTED_ROLES.includes(role.name) || permissions.includes(RESERVED) || role.permissions?.includes(RESERVED);
    if (!(await hasPermission(ctx, is_protected ? RESERVED : needed))) throw permissionError(ctx.actor.user_id, [is_protected ? RESERVED : needed]);
    const saved = await savePermissions(ctx.db, role_id, [...new Set(permissions)], ctx.now);
    await roleChanged(ctx.app);
    ctx.emit(roleUpdated, { role: saved! });
    return saved;
  },
});
