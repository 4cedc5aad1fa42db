import { z } from 'zod';
import { fields, query, signedIn, userError } from '#kernel/server/index.ts';
import { allRoles } from '../roles.table.ts';

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
