import { userError, type Ctx } from '#kernel/server/index.ts';
import type { User } from '../wire/index.ts';
import { demandFreeName, explainConflict } from './create-user.ts';
import { noteLastLogin } from './last-logins.ts';
import { sendAddressLink } from './email-verification.ts';
import { mailLetter } from './user-tokens.ts';
import { requireEmailVerification } from './users.settings.ts';
import { endSessions } from './users.extensions.ts';
import { forgetUser, getUser } from './users.cache.ts';
import { userActivated, userDeactivated, userUpdated } from './users.events.ts';
import { checkUser } from './users.rules.ts';
import { clearFailedAttempts, lockUser, setDeleteAt, setRoles, updateProfile, type Profile } from './users.store.ts';

/** Changes an account's profile in one transaction, tells everybody, and returns it. It asks for no permission: its caller has. */
export async function changeUser(ctx: Ctx, user_id: string, change: (user: User) => Partial<Profile>): Promise<User> {
  let old: User | undefined;
  const user = await ctx.db
    .tx(async (tx) => {
      old = await lockUser(tx, user_id);
      if (!old) throw missingUser();
      // The protocol keeps a time zone that a client left out as null until the next change, which makes it empty.
      const timezone = old.timezone ?? ({} as User['timezone']);
      const changed = { ...old, timezone, ...change(old), update_at: ctx.now };
      checkUser(changed);
      if (changed.username !== old.username) await demandFreeName(ctx, changed.username);
      await updateProfile(tx, user_id, changed, ctx.now);
      return changed;
    })
    .catch(explainConflict);
  forgetUser(ctx.app, user_id, old!.username, user.username);
  ctx.emit(userUpdated, { app: ctx.app, user, old });
  if (old!.email !== user.email) await tellNewAddress(ctx, old!, user);
  return user;
}

// Both addresses hear of it: the old one belongs to the person who must notice a theft.
async function tellNewAddress(ctx: Ctx, old: User, user: User): Promise<void> {
  const parts = { values: { username: user.username, address: user.email } };
  await mailLetter(ctx, old, 'address-changed', parts);
  if (ctx.settings.get(requireEmailVerification) && !user.email_verified) await sendAddressLink(ctx, user, 'verify-address');
  else await mailLetter(ctx, user, 'address-changed', parts);
}

/** Deactivates an account, which ends its sessions and connections at once, or activates it again. */
export async function setUserActive(ctx: Ctx, user_id: string, is_active: boolean, { is_silent = false } = {}): Promise<User> {
  const is_changed = await setDeleteAt(ctx.db, user_id, is_active ? 0 : ctx.now, ctx.now);
  forgetUser(ctx.app, user_id);
  const user = await needUser(ctx, user_id);
  if (!is_changed) return user;
  if (!is_active) {
    for (const end of ctx.app.all(endSessions)) await end(ctx, user_id);
    ctx.app.hub.disconnect(user_id);
    if (!is_silent) await mailLetter(ctx, user, 'account-deactivated', { values: { username: user.username } });
  }
  ctx.emit(userUpdated, { app: ctx.app, user });
  ctx.emit(is_active ? userActivated : userDeactivated, { user });
  return user;
}

/** Sets the system-wide roles; those who know the account learn of it by their next look. */
export async function setUserRoles(ctx: Ctx, user_id: string, roles: string): Promise<User> {
  await setRoles(ctx.db, user_id, roles, ctx.now);
  forgetUser(ctx.app, user_id);
  return needUser(ctx, user_id);
}

/** Notes a log-in, which clears the count of failed ones, and returns the account as it is then. */
export async function noteLogIn(ctx: Ctx, user_id: string): Promise<User> {
  noteLastLogin(ctx.app, user_id, ctx.now);
  const user = await needUser(ctx, user_id);
  if (user.failed_attempts) {
    await clearFailedAttempts(ctx.db, user.id);
    forgetUser(ctx.app, user.id);
  }
  return { ...user, failed_attempts: 0, last_login: ctx.now };
}

/** The account, or the protocol's 404. */
export async function needUser(ctx: Pick<Ctx, 'app'>, user_id: string): Promise<User> {
  const user = await getUser(ctx.app, user_id);
  if (!user) throw missingUser();
  return user;
}

export function missingUser() {
  return userError('app.user.missing_account.const', 'There is no such account.', 404);
}
