import { invalidBody, userError, type Ctx } from '#kernel/server/index.ts';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { needUser } from './change-user.ts';
import { isPasswordOf } from './confirm-password.ts';
import type { User } from '../wire/index.ts';
import type { Profile } from './users.store.ts';

/** Asks for the password before the own address changes: whoever finds an open browser must not take the account over by it. */
export async function confirmAddress(ctx: Ctx, user_id: string, email: string | null | undefined, password: string | null | undefined): Promise<void> {
  const user = await needUser(ctx, user_id);
  if (email === null || email === undefined || email.trim().toLowerCase() === user.email) return;
  if (user_id !== ctx.actor.user_id || user.is_bot || (await hasPermission(ctx, 'manage_system'))) return;
  if (!password) throw invalidBody('password', 'A change of the address needs the current password.');
  if (!(await isPasswordOf(ctx, user, password))) throw userError('api.user.check_user_password.invalid.app_error', 'The password is wrong.', 401);
}

/** Name and address as they are kept; a new address is not proven yet. */
export function identityOf(old: User, given: Pick<Profile, 'username' | 'email'>): Pick<Profile, 'username' | 'email' | 'email_verified'> {
  const email = given.email.trim().toLowerCase();
  return { username: given.username.trim().toLowerCase(), email, email_verified: email === old.email && old.email_verified };
}
