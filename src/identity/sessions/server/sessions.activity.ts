import type { App } from '#kernel/server/index.ts';
import { deleteExpired, saveActivity, type SessionRecord } from './sessions.store.ts';
import { endedSessions } from './sessions.ts';

const FLUSH_AFTER_MS = 2_000;
const SWEEP_EVERY_MS = 3_600_000;

const waiting = new WeakMap<App, Map<string, SessionRecord>>();

/** Writes the activity of a session soon, together with that of others. */
export function noteActivity(app: App, session: SessionRecord): void {
  const map = waiting.get(app);
  if (map) map.set(session.id, session);
  else {
    waiting.set(app, new Map([[session.id, session]]));
    setTimeout(() => void flushActivity(app), FLUSH_AFTER_MS).unref();
  }
}

/** Writes what waits; activity that cannot be written is noted again by later requests. */
export async function flushActivity(app: App): Promise<void> {
  const map = waiting.get(app);
  waiting.delete(app);
  if (map?.size) await saveActivity(app.db, [...map.values()]).catch((error: Error) => app.log.warn({ error: error.message }, 'the activity of sessions could not be written'));
}

/** Ends sessions whose time is over and keeps doing so. Returns what stops it. */
export function startSweeping(app: App): () => Promise<void> {
  const sweep = async () => endedSessions(app, await deleteExpired(app.db, app.clock()));
  const run = () => void sweep().catch((error: Error) => app.log.warn({ error: error.message }, 'expired sessions could not be removed'));
  const timer = setInterval(run, SWEEP_EVERY_MS).unref();
  run();
  return () => {
    clearInterval(timer);
    return flushActivity(app);
  };
}
