import { z } from 'zod';
import { action, anyone, invalidBody } from '#kernel/server/index.ts';
import { mailLetter, makeUserToken } from '../user-tokens.ts';
import { getUser } from '../users.cache.ts';
import { readIdByEmail } from '../users.store.ts';

const TYPE = 'password';
const text = () => z.string().nullish().transform((value) => value ?? '');

export const sendPasswordReset = action({
  name: 'send-password-reset',
  summary: 'Sends a link to set a new password. The answer does not tell whether there is such an account.',
  input: z.object({ email: text() }),
  permission: anyone('whoever has forgotten the password cannot be signed in'),
  run: async (ctx, { email }) => {
    if (!email) throw invalidBody('email');
    const id = await readIdByEmail(ctx.db, email.trim().toLowerCase());
    const user = id ? await getUser(ctx.app, id) : undefined;
    if (!user || user.delete_at || user.auth_service || user.is_bot) return;
    const token = await makeUserToken(ctx, TYPE, user);
    await mailLetter(ctx, user, 'password-reset', { values: { username: user.username }, url: `${ctx.app.site_url}/reset_password_complete?token=${token}` });
  },
});
