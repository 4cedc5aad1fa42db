import { createCache, type App, type Cache } from '#kernel/server/index.ts';
import type { User } from '../wire/index.ts';
import { readIdByEmail, readIdsByUsername, readUsers } from './users.store.ts';

interface UserCaches {
  readonly by_id: Cache<User>;
  readonly id_by_username: Cache<string>;
}

const all = new WeakMap<App, UserCaches>();

/** The account of this id, deactivated ones too. It holds no secrets, but more than others may see: see `sanitizeUser`. */
export function getUser(app: App, id: string): Promise<User | undefined> {
  return cachesOf(app).by_id.get(id);
}

/** Several accounts at once; unknown ids are left out. */
export function getUsers(app: App, ids: readonly string[]): Promise<Map<string, User>> {
  return cachesOf(app).by_id.getMany(ids);
}

/** The account in memory, without asking the database. */
export function peekUser(app: App, id: string): User | undefined {
  return cachesOf(app).by_id.peek(id);
}

/** The account of this name, whatever its case; a leading `@` is ignored. */
export async function getUserByUsername(app: App, name: string): Promise<User | undefined> {
  return (await getUsersByUsernames(app, [name]))[0];
}

/** The accounts of these names, in their order, each once. */
export async function getUsersByUsernames(app: App, names: readonly string[]): Promise<User[]> {
  const wanted = [...new Set(names.map((name) => name.replace(/^@/, '').toLowerCase()))];
  const ids = await cachesOf(app).id_by_username.getMany(wanted);
  const users = await getUsers(app, [...ids.values()]);
  // A name that was changed a moment ago may still lead to the account that had it.
  return wanted.flatMap((name) => {
    const user = users.get(ids.get(name) ?? '');
    return user?.username === name ? [user] : [];
  });
}

/** The account with this address, whatever its case. It asks the database: only log-in needs it. */
export async function getUserByEmail(app: App, email: string): Promise<User | undefined> {
  const id = await readIdByEmail(app.db, email.trim().toLowerCase());
  return id ? getUser(app, id) : undefined;
}

/** Call after the commit of any change to an account. `names` are those that it had and has. */
export function forgetUser(app: App, id: string, ...names: string[]): void {
  const caches = cachesOf(app);
  caches.by_id.invalidate(id);
  if (names.length) caches.id_by_username.invalidate(...names);
}

function cachesOf(app: App): UserCaches {
  let caches = all.get(app);
  if (!caches) {
    caches = {
      by_id: createCache(app.bus, { name: 'users', max: 50_000, load: async (ids) => new Map((await readUsers(app.db, ids)).map((user) => [user.id, user])) }),
      id_by_username: createCache(app.bus, { name: 'users.by-name', max: 50_000, load: (names) => readIdsByUsername(app.db, names) }),
    };
    all.set(app, caches);
  }
  return caches;
}
