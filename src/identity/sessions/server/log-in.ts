import { demandUnlocked, enableGuestAccounts, isGuest, noteLogIn, sanitizeUser, withOwnFields } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import { userError, type Ctx } from '#kernel/server/index.ts';
import { actorOf } from './sessions.authenticate.ts';
import { openSession, type NewSession } from './sessions.ts';

const MAX_DEVICE_ID = 512;

/** Opens a session for somebody who has proven who he is, and makes the rest of the call his. */
export async function beginSession(ctx: Ctx, user: User, device_id: string): Promise<{ session: NewSession; user: User }> {
  const [known, session] = await Promise.all([noteLogIn(ctx, user.id), openSession(ctx, user, device_id.slice(0, MAX_DEVICE_ID))]);
  // From here on it is known who acts: the audit names the person.
  Object.assign(ctx, { actor: actorOf(session, user) });
  return { session, user: await withOwnFields(ctx, sanitizeUser(known, ctx)) };
}

/** Throws if the account must not log in, whatever proof is given. */
export function demandMayLogIn(ctx: Ctx, user: User): void {
  if (user.is_bot) throw userError('api.user.login.bot_login_forbidden.app_error', 'Bots have no password. Use a token.', 401);
  if (user.delete_at > 0) throw userError('api.user.login.inactive.app_error', 'This account is deactivated. Ask an administrator.', 401);
  if (isGuest(user) && !ctx.settings.get(enableGuestAccounts)) throw userError('api.user.login.guest_accounts.disabled.error', 'Guest accounts are switched off on this server.', 401);
  demandUnlocked(ctx, user);
}
