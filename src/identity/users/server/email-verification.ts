import type { Ctx } from '#kernel/server/index.ts';
import type { User } from '../wire/index.ts';
import { mailLetter, makeUserToken } from './user-tokens.ts';
import { forgetUser, getUser } from './users.cache.ts';
import { userUpdated } from './users.events.ts';
import { setEmailVerified } from './users.store.ts';

/** Sends the link that proves an address. */
export async function sendAddressLink(ctx: Ctx, user: User, letter: 'verify-address' | 'welcome-verify'): Promise<void> {
  const token = await makeUserToken(ctx, 'email', user);
  await mailLetter(ctx, user, letter, { values: { username: user.username }, url: `${ctx.app.site_url}/do_verify_email?token=${token}&email=${encodeURIComponent(user.email)}` });
}

/** Notes that the address of an account was proven, and tells everybody. */
export async function noteVerified(ctx: Ctx, user_id: string): Promise<void> {
  await setEmailVerified(ctx.db, user_id, ctx.now);
  forgetUser(ctx.app, user_id);
  const user = await getUser(ctx.app, user_id);
  if (user) ctx.emit(userUpdated, { app: ctx.app, user });
}
