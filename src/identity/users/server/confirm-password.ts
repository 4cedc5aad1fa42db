import { userError, type Ctx } from '#kernel/server/index.ts';
import type { User } from '../wire/index.ts';
import { readCredentials } from './credentials.store.ts';
import { fitsHash, takeTurn } from './passwords.ts';
import { forgetUser, getUser } from './users.cache.ts';
import { maximumLoginAttempts } from './users.settings.ts';
import { countFailedAttempt } from './users.store.ts';

/** Whether this is the password of the account. A wrong one counts; too many in a row lock the account. Without an account the answer takes as long. */
export async function isPasswordOf(ctx: Ctx, user: User | undefined, password: string): Promise<boolean> {
  const hash = user ? (await readCredentials(ctx.db, user.id)).password_hash : '';
  return takeTurn(async () => {
    // Asked again now: guesses that were sent together must not get round the limit.
    if (user && isLocked(ctx, await getUser(ctx.app, user.id))) throw tooManyAttempts();
    const fits = await fitsHash(hash, password);
    if (!fits && user) await noteFailure(ctx, user);
    return fits;
  });
}

/** Throws if the account is locked by wrong passwords. */
export function demandUnlocked(ctx: Ctx, user: User): void {
  if (isLocked(ctx, user)) throw tooManyAttempts();
}

/** Counts a failed proof of identity. */
export async function noteFailure(ctx: Ctx, user: User): Promise<void> {
  await countFailedAttempt(ctx.db, user.id);
  forgetUser(ctx.app, user.id);
}

function isLocked(ctx: Ctx, user: User | undefined): boolean {
  return (user?.failed_attempts ?? 0) >= ctx.settings.get(maximumLoginAttempts);
}

function tooManyAttempts() {
  return userError('api.user.check_user_login_attempts.too_many.app_error', 'This account is locked because of too many wrong passwords. Ask an administrator or set a new password.', 401);
}
