import { z } from 'zod';
import { query, signedIn, userError } from '#kernel/server/index.ts';
import { getUserByUsername } from '../users.cache.ts';
import { sanitizeUser } from '../users.sanitize.ts';
import { demandVisible } from '../users.visibility.ts';

const open = signedIn('people find each other; guests only those of their channels, and each field as the viewer may see it');

export const getUserByName = query({
  name: 'get-user-by-username',
  summary: 'Gets an account by its user name.',
  input: z.object({ username: z.string() }),
  permission: open,
  run: async (ctx, { username }) => {
    const user = await getUserByUsername(ctx.app, username);
    if (!user) throw userError('app.user.get_by_username.app_error', 'There is no account with this user name.', 404);
    await demandVisible(ctx, user.id);
    return sanitizeUser(user, ctx);
  },
});
