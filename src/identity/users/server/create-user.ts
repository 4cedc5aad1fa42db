import { newId, userError, type App, type Ctx } from '#kernel/server/index.ts';
import { default_notify_props, default_timezone, type User } from '../wire/index.ts';
import { savePassword } from './credentials.store.ts';
import { hashPassword } from './passwords.ts';
import { forgetUser } from './users.cache.ts';
import { userCreated } from './users.events.ts';
import { afterUserCreated, usernameTaken } from './users.extensions.ts';
import { checkPassword, checkUser } from './users.rules.ts';
import { defaultLocale } from './users.settings.ts';
import { hasPeople, insertUser } from './users.store.ts';

/** A new account. What is absent has the protocol's default. */
export type NewUser = Pick<User, 'username' | 'email'> &
  Partial<Pick<User, 'nickname' | 'first_name' | 'last_name' | 'position' | 'roles' | 'props' | 'notify_props' | 'locale' | 'timezone' | 'email_verified' | 'is_bot' | 'bot_description' | 'auth_service' | 'auth_data'>> & {
    /** Without one nobody can log in by password. */
    password?: string;
    /** The id to give it, where it must be known before. */
    id?: string;
  };

const LOCK_FIRST_ACCOUNT = 7_305_002;
const apps_with_people = new WeakSet<App>();

/** Creates an account and returns it. The first person of all becomes administrator. It asks for no permission: its caller has. */
export async function createUser(ctx: Ctx, input: NewUser): Promise<User> {
  const user = withDefaults(ctx, input);
  checkUser(user);
  await demandFreeName(ctx, user.username);
  if (input.password !== undefined) checkPassword(ctx.settings, input.password);
  const password_hash = input.password === undefined ? '' : await hashPassword(input.password);
  await ctx.db
    .tx(async (tx) => {
      if (!user.is_bot && !apps_with_people.has(ctx.app)) {
        await tx.run('SELECT pg_advisory_xact_lock($1)', [LOCK_FIRST_ACCOUNT]);
        if (!(await hasPeople(tx))) user.roles = 'system_admin system_user';
      }
      await insertUser(tx, user);
      if (password_hash) await savePassword(tx, user.id, password_hash, ctx.now);
    })
    .catch(explainConflict);
  if (!user.is_bot) apps_with_people.add(ctx.app);
  forgetUser(ctx.app, user.id, user.username);
  for (const follow of ctx.app.all(afterUserCreated)) await follow(ctx, user);
  ctx.emit(userCreated, { user });
  return user;
}

/** Whether anybody but bots has an account. Once it is so it stays so, and costs no query. */
export async function hasAccounts(ctx: Pick<Ctx, 'app' | 'db'>): Promise<boolean> {
  if (!apps_with_people.has(ctx.app) && (await hasPeople(ctx.db))) apps_with_people.add(ctx.app);
  return apps_with_people.has(ctx.app);
}

/** Turns the database's complaint about a taken name or address into the protocol's error. */
export function explainConflict(error: Error & { code?: string; constraint?: string }): never {
  if (error.code === '23505' && error.constraint === 'users_username') throw userError('app.user.save.username_exists.app_error', 'An account with that user name exists already.');
  if (error.code === '23505' && error.constraint === 'users_email') throw userError('app.user.save.email_exists.app_error', 'An account with that e-mail address exists already.');
  throw error;
}

/** Throws if something else has the name, such as a group. */
export async function demandFreeName(ctx: Ctx, username: string): Promise<void> {
  for (const isTaken of ctx.app.all(usernameTaken)) if (await isTaken(ctx, username)) throw userError('app.user.save.groupname.app_error', 'A group has this name already. Choose another.');
}

function withDefaults(ctx: Ctx, input: NewUser): User {
  return {
    id: input.id ?? newId(ctx.now),
    create_at: ctx.now,
    update_at: ctx.now,
    delete_at: 0,
    username: input.username.trim().toLowerCase(),
    email: input.email.trim().toLowerCase(),
    email_verified: input.email_verified ?? false,
    auth_service: input.auth_service ?? '',
    auth_data: input.auth_data || null,
    nickname: input.nickname ?? '',
    first_name: input.first_name ?? '',
    last_name: input.last_name ?? '',
    position: input.position ?? '',
    roles: input.roles || 'system_user',
    props: input.props ?? {},
    notify_props: { ...default_notify_props, ...input.notify_props },
    locale: input.locale || ctx.settings.get(defaultLocale),
    timezone: input.timezone ?? default_timezone,
    last_password_update: ctx.now,
    last_picture_update: 0,
    failed_attempts: 0,
    mfa_active: false,
    allow_marketing: false,
    remote_id: '',
    is_bot: input.is_bot ?? false,
    bot_description: input.bot_description ?? '',
    last_login: 0,
    disable_welcome_email: false,
  };
}
