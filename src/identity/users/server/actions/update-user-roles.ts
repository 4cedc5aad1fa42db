import { z } from 'zod';
import { action, fields, invalidBody, permissionError, userError } from '#kernel/server/index.ts';
import { grants, hasPermission, inSystem, rolesExist } from '#identity/roles/server/feature.ts';
import { needUser, setUserRoles } from '../change-user.ts';
import { userRolesChanged } from '../users.events.ts';
import { isAdministrator } from '../users.permissions.ts';

export const updateUserRoles = action({
  name: 'update-user-roles',
  summary: 'Sets the system-wide roles of an account.',
  input: z.object({ user_id: fields.id(), roles: z.string() }),
  permission: inSystem('manage_roles'),
  run: async (ctx, { user_id, roles }) => {
    const names = [...new Set(roles.split(' ').filter(Boolean))];
    if (!names.length || names.some((name) => !/^[a-z0-9_]{1,64}$/.test(name))) throw invalidBody('roles', 'Give the names of roles separated by spaces.');
    const old = await needUser(ctx, user_id);
    if (!(await rolesExist(ctx.app, names))) throw userError('app.role.check_roles_exist.role_not_found', 'One of the roles does not exist.');
    const touches_admin = grants(ctx.app, names, 'manage_system') || isAdministrator(ctx, old);
    if (touches_admin && !(await hasPermission(ctx, 'manage_system'))) throw permissionError(ctx.actor.user_id, ['manage_system']);
    const user = await setUserRoles(ctx, user_id, names.join(' '));
    ctx.emit(userRolesChanged, { user });
  },
});
