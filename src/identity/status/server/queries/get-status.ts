import { z } from 'zod';
import { fields, query, signedIn, userError } from '#kernel/server/index.ts';
import { getUser } from '#identity/users/server/feature.ts';
import { getStatuses } from '../status.ts';

const open = signedIn('everybody sees who is online');

export const getStatus = query({
  name: 'get-status',
  summary: 'Gets the presence of a person.',
  input: z.object({ user_id: fields.id() }),
  permission: open,
  run: async (ctx, { user_id }) => {
    if (!(await getUser(ctx.app, user_id))) throw userError('api.status.user_not_found.app_error', 'There is no such account.', 404);
    return (await getStatuses(ctx.app, [user_id]))[0];
  },
});
