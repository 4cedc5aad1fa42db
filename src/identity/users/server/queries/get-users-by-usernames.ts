import { z } from 'zod';
import { invalidBody, query, signedIn } from '#kernel/server/index.ts';
import { getUsersByUsernames } from '../users.cache.ts';
import { showListed } from '../listed-users.ts';

const open = signedIn('people find each other; whom the actor may not know of is left out');

export const getUsersByNames = query({
  name: 'get-users-by-usernames',
  summary: 'Gets several accounts by their user names; unknown names are left out.',
  input: z.object({ usernames: z.array(z.string()) }),
  permission: open,
  run: async (ctx, { usernames }) => {
    if (!usernames.length) throw invalidBody('usernames');
    return showListed(ctx, await getUsersByUsernames(ctx.app, usernames));
  },
});
