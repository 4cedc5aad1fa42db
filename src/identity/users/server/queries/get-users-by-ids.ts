import { z } from 'zod';
import { fields, invalidBody, query, signedIn } from '#kernel/server/index.ts';
import { getUsers } from '../users.cache.ts';
import { showListed } from '../listed-users.ts';

const open = signedIn('people find each other; whom the actor may not know of is left out');

export const getUsersByIds = query({
  name: 'get-users-by-ids',
  summary: 'Gets several accounts by their ids; unknown ids are left out.',
  input: z.object({ user_ids: z.array(z.string()), since: fields.queryNumber(0) }),
  permission: open,
  run: async (ctx, { user_ids, since }) => {
    if (!user_ids.length) throw invalidBody('user_ids');
    const found = await getUsers(ctx.app, [...new Set(user_ids)]);
    return showListed(ctx, [...found.values()].filter((user) => user.update_at > since));
  },
});
