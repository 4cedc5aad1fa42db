import type { Ctx } from '#kernel/server/index.ts';
import type { User } from '../wire/index.ts';
import { changeUser, needUser, setUserRoles } from './change-user.ts';
import { savePassword } from './credentials.store.ts';
import { hashPassword } from './passwords.ts';
import { forgetUser } from './users.cache.ts';
import { userRolesChanged, userUpdated } from './users.events.ts';
import { endSessions } from './users.extensions.ts';
import { checkPassword } from './users.rules.ts';
import { setIsBot } from './users.store.ts';

/** Makes a bot's account one of a person who can log in. It asks for no permission: its caller has. */
export async function becomePerson(ctx: Ctx, user_id: string, { password, profile, is_admin }: { password: string; profile: Partial<Pick<User, 'username' | 'email' | 'nickname' | 'first_name' | 'last_name' | 'position' | 'locale'>>; is_admin: boolean }): Promise<User> {
  checkPassword(ctx.settings, password);
  const given = Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined));
  await changeUser(ctx, user_id, () => ({ ...given, ...(profile.username ? { username: profile.username.trim().toLowerCase() } : {}), ...(profile.email ? { email: profile.email.trim().toLowerCase() } : {}), bot_description: '' }));
  const password_hash = await hashPassword(password);
  await ctx.db.tx(async (tx) => {
    await setIsBot(tx, user_id, false, ctx.now);
    await savePassword(tx, user_id, password_hash, ctx.now);
  });
  if (is_admin) ctx.emit(userRolesChanged, { user: await setUserRoles(ctx, user_id, 'system_user system_admin') });
  return tell(ctx, user_id);
}

/** Makes a person's account one of a bot: nobody can log in with it any more. */
export async function becomeBot(ctx: Ctx, user_id: string): Promise<User> {
  await ctx.db.tx(async (tx) => {
    await setIsBot(tx, user_id, true, ctx.now);
    await savePassword(tx, user_id, '', ctx.now);
  });
  for (const end of ctx.app.all(endSessions)) await end(ctx, user_id);
  return tell(ctx, user_id);
}

async function tell(ctx: Ctx, user_id: string): Promise<User> {
  forgetUser(ctx.app, user_id);
  const user = await needUser(ctx, user_id);
  ctx.emit(userUpdated, { app: ctx.app, user });
  return user;
}
