import { z } from 'zod';
import { fields, invalidUrl, query, signedIn, userError } from '#kernel/server/index.ts';
import { allRoles, findRole } from '../roles.table.ts';

const open = signedIn('clients decide by the roles what to offer');
const missing = (status: number) => userError('app.role.get.app_error', 'There is no such role.', status);

export const getRole = query({
  name: 'get-role',
  summary: 'Gets a role by its id.',
  input: z.object({ role_id: fields.id() }),
  permission: open,
  run: (ctx, { role_id }) => {
    const role = allRoles(ctx.app).find((one) => one.id === role_id);
    if (!role) throw missing(404);
    return role;
  },
});

export const getRoleByName = query({
  name: 'get-role-by-name',
  summary: 'Gets a role by its name.',
  input: z.object({ role_name: z.string() }),
  permission: open,
  run: (ctx, { role_name }) => {
    if (!isRoleName(role_name)) throw invalidUrl('role_name');
    const role = findRole(ctx.app, role_name);
    if (!role) throw userError('app.role.get_by_name.app_error', 'There is no role of this name.', 404);
    return role;
  },
});

export function isRoleName(name: string): boolean {
  return /^[a-z0-9_]{1,64}$/.test(name);
}
