import type { Ctx } from '#kernel/server/index.ts';
import { savePassword } from './credentials.store.ts';
import { hashPassword } from './passwords.ts';
import { mailLetter } from './user-tokens.ts';
import { forgetUser, getUser } from './users.cache.ts';
import { endSessions } from './users.extensions.ts';
import { endOnPasswordChange } from './users.settings.ts';

/** Keeps a password that was checked before, and ends the sessions that others may have opened with the old one. */
export async function setPassword(ctx: Ctx, user_id: string, password: string): Promise<void> {
  const password_hash = await hashPassword(password);
  await ctx.db.tx((tx) => savePassword(tx, user_id, password_hash, ctx.now));
  forgetUser(ctx.app, user_id);
  const user = await getUser(ctx.app, user_id);
  if (user) await mailLetter(ctx, user, 'password-changed', { values: { username: user.username } });
  if (!ctx.settings.get(endOnPasswordChange)) return;
  const kept = user_id === ctx.actor.user_id ? ctx.actor.session_id : '';
  for (const end of ctx.app.all(endSessions)) await end(ctx, user_id, kept);
}
