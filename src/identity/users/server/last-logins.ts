import type { App } from '#kernel/server/index.ts';
import { forgetUser } from './users.cache.ts';
import { saveLastLogins } from './users.store.ts';

const FLUSH_AFTER_MS = 1_000;
const waiting = new WeakMap<App, Map<string, number>>();

/** Notes when somebody logged in. Written soon, together with others: many log-ins of one account must not queue for its row. */
export function noteLastLogin(app: App, user_id: string, now: number): void {
  const known = waiting.get(app);
  if (known) return void known.set(user_id, now);
  waiting.set(app, new Map([[user_id, now]]));
  setTimeout(() => void flushLastLogins(app), FLUSH_AFTER_MS).unref();
}

/** Writes what waits. */
export async function flushLastLogins(app: App): Promise<void> {
  const map = waiting.get(app);
  waiting.delete(app);
  if (!map?.size) return;
  await saveLastLogins(app.db, map).catch((error: Error) => app.log.warn({ error: error.message }, 'the times of log-ins could not be written'));
  for (const user_id of map.keys()) forgetUser(app, user_id);
}
