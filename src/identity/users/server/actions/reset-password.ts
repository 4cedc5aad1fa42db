import { z } from 'zod';
import { action, anyone, invalidBody, userError } from '#kernel/server/index.ts';
import { MAIL_TOKEN_CHARS, mailTo, makeUserToken, spendUserToken } from '../user-tokens.ts';
import { getUser } from '../users.cache.ts';
import { checkPassword } from '../users.rules.ts';
import { readIdByEmail } from '../users.store.ts';
import { setPassword } from './change-password.ts';

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
    await mailTo(ctx, { to: user.email, subject: 'Set a new password', text: `Somebody asked for a new password for @${user.username}. To set one, open:\n${ctx.app.site_url}/reset_password_complete?token=${token}\nThe link works once, for a day. If it was not you, there is nothing to do.` });
  },
});

export const resetPassword = action({
  name: 'reset-password',
  summary: 'Sets a new password with the token of a mail.',
  input: z.object({ token: text(), new_password: text() }),
  permission: anyone('the token proves who it is'),
  run: async (ctx, { token, new_password }) => {
    if (token.length !== MAIL_TOKEN_CHARS) throw invalidBody('token');
    checkPassword(ctx.settings, new_password);
    const owner = await spendUserToken(ctx, TYPE, token);
    const user = owner ? await getUser(ctx.app, owner.user_id) : undefined;
    if (!owner || !user || user.email !== owner.email) throw userError('api.user.reset_password.invalid_link.app_error', 'This link does not work any more. Ask for a new one.');
    await setPassword(ctx, owner.user_id, new_password);
  },
});
