import { z } from 'zod';
import { action, anyone, isId, userError, type AppError, type Ctx } from '#kernel/server/index.ts';
import { demandMfaCode, getUser, getUserByEmail, getUserByUsername, isPasswordOf, requireEmailVerification } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import { beginSession, demandMayLogIn } from '../log-in.ts';
import { signInWithEmail, signInWithUsername } from '../sessions.settings.ts';

const text = () => z.string().nullish().transform((value) => value ?? '');

export const logIn = action({
  name: 'log-in',
  summary: 'Opens a session for whoever proves to be the owner of an account.',
  input: z.object({ id: text(), login_id: text(), password: text(), token: text(), device_id: text() }),
  permission: anyone('this is how a session begins'),
  run: async (ctx, { id, login_id, password, token, device_id }) => {
    if (!password) throw userError('api.user.login.blank_pwd.app_error', 'Give a password.', 400);
    const user = await findAccount(ctx, id, login_id.trim());
    if (user) demandMayLogIn(ctx, user);
    if (!(await isPasswordOf(ctx, user, password)) || !user) throw maskedError(ctx);
    if (!user.email_verified && ctx.settings.get(requireEmailVerification)) throw userError('api.user.login.not_verified.app_error', 'Confirm your address first: open the link in the mail that was sent to you.', 401);
    await demandMfaCode(ctx, user, token);
    return beginSession(ctx, user, device_id);
  },
});

async function findAccount(ctx: Ctx, id: string, login_id: string): Promise<User | undefined> {
  if (id) return isId(id) ? getUser(ctx.app, id) : undefined;
  const by_name = ctx.settings.get(signInWithUsername) ? await getUserByUsername(ctx.app, login_id) : undefined;
  return by_name ?? (ctx.settings.get(signInWithEmail) && login_id.includes('@') ? await getUserByEmail(ctx.app, login_id) : undefined);
}

// One answer for an unknown name and a wrong password.
function maskedError(ctx: Ctx): AppError {
  const by_email = ctx.settings.get(signInWithEmail);
  const by_name = ctx.settings.get(signInWithUsername);
  const what = by_email && by_name ? 'email_username' : by_name ? 'username' : by_email ? 'email' : 'sso';
  return userError(`api.user.login.invalid_credentials_${what}`, 'The name or the password is wrong.', 401);
}
