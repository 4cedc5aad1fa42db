import type { App, Ctx } from '#kernel/server/index.ts';
import { createUser } from './create-user.ts';
import { getUserByUsername } from './users.cache.ts';
import { isEmail, toUsername } from './users.rules.ts';
import { readIdByEmail } from './users.store.ts';

/** Makes the administrator whom the operator named at the start, unless an account with that address is there already. */
export async function addAdministrator(app: App, admin: { email: string; password: string }): Promise<void> {
  const email = admin.email.trim().toLowerCase();
  if (!isEmail(email)) throw new Error(`MUSTER_ADMIN: "${admin.email}" is not an e-mail address. Write MUSTER_ADMIN=address:password.`);
  if (await readIdByEmail(app.db, email)) return;
  const ctx: Ctx = app.systemCtx();
  await createUser(ctx, { username: await freeUsername(app, toUsername(email.split('@')[0]!)), email, password: admin.password, roles: 'system_admin system_user', email_verified: true });
}

async function freeUsername(app: App, wanted: string): Promise<string> {
  for (let i = 1; ; i++) {
    const name = i === 1 ? wanted : `${wanted.slice(0, 58)}-${i}`;
    if (!(await getUserByUsername(app, name))) return name;
  }
}
