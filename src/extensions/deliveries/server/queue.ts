import type { App, Ctx, Sql } from '#kernel/server/index.ts';
import { rowOfQueued, type QueuedDelivery } from './deliveries.rows.ts';
import { insertDeliveries } from './deliveries.store.ts';

const WAKE = 'deliveries.wake';

/**
 * Queues calls in the caller's transaction: they are made if it is committed, at least once, in the order of the list for each key, whatever
 * happens to the process. Call `wakeSender` after the commit. Returns their ids.
 */
export async function queueDeliveries(tx: Sql, queued: readonly QueuedDelivery[], now: number): Promise<string[]> {
  const rows = queued.map((one) => rowOfQueued(one, now));
  if (rows.length) await insertDeliveries(tx, rows);
  return rows.map((row) => row.id);
}

/** Has the sender look for what was queued. Without this call it looks within a minute. */
export function wakeSender(of: App | Ctx): void {
  ('app' in of ? of.app : of).bus.publish(WAKE, null);
}

/** Calls `look` when something was queued. */
export function whenWoken(app: App, look: () => void): () => void {
  return app.bus.subscribe(WAKE, look);
}
