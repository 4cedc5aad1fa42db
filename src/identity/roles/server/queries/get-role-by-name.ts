import { z } from 'zod';
import { invalidUrl, query, signedIn, userError } from '#kernel/server/index.ts';
import { findRole } from '../roles.table.ts';
import { isRoleName } from '../roles.names.ts';

const open = signedIn('clients decide by the roles what to offer');

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
