import { z } from 'zod';
import { invalidBody, query, signedIn, userError } from '#kernel/server/index.ts';
import { findRole } from '../roles.table.ts';
import { isRoleName } from '../roles.names.ts';

const MAX_NAMES = 100;

export const getRolesByNames = query({
  name: 'get-roles-by-names',
  summary: 'Gets several roles by their names; unknown names are left out.',
  input: z.object({ rolenames: z.array(z.string()) }),
  permission: signedIn('clients decide by the roles what to offer'),
  run: (ctx, { rolenames }) => {
    if (!rolenames.length) throw invalidBody('rolenames');
    if (rolenames.length > MAX_NAMES) throw userError('api.roles.get_multiple_by_name_too_many.request_error', `Ask for at most ${MAX_NAMES} roles at once.`);
    const names = [...new Set(rolenames.map((name) => name.trim()).filter(Boolean))];
    const wrong = names.find((name) => !isRoleName(name));
    if (wrong !== undefined) throw invalidBody('rolename', 'A role name has lower-case letters, digits and underscores.');
    return names.flatMap((name) => findRole(ctx.app, name) ?? []);
  },
});
