import { z } from 'zod';
import { query, signedIn, userError } from '#kernel/server/index.ts';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { missingUser, needUser } from '../change-user.ts';
import { getUser } from '../users.cache.ts';
import { sanitizeUser } from '../users.sanitize.ts';
import { showEmailAddress } from '../users.settings.ts';
import { readIdByEmail } from '../users.store.ts';
import { demandVisible } from '../users.visibility.ts';

const open = signedIn('people find each other; guests only those of their channels, and each field as the viewer may see it');

export const getUserByEmail = query({
  name: 'get-user-by-email',
  summary: 'Gets an account by its e-mail address, where addresses are not hidden.',
  input: z.object({ email: z.string() }),
  permission: open,
  run: async (ctx, { email }) => {
    const is_own = (await getUser(ctx.app, ctx.actor.user_id))?.email === email.toLowerCase();
    if (!is_own && !ctx.settings.get(showEmailAddress) && !(await hasPermission(ctx, 'manage_system'))) throw userError('api.user.get_user_by_email.permissions.app_error', 'E-mail addresses are hidden on this server.', 403);
    const id = await readIdByEmail(ctx.db, email.toLowerCase());
    if (!id) throw missingUser();
    await demandVisible(ctx, id);
    return sanitizeUser(await needUser(ctx, id), ctx);
  },
});
