import type { App } from '#kernel/server/index.ts';
import { statusChanged } from './status.events.ts';
import { unknownStatus } from './status.rules.ts';
import { readStatuses, saveStatuses, type StatusRecord } from './statuses.store.ts';

interface Presence {
  /** Everybody who was asked for or seen since the start. */
  readonly known: Map<string, StatusRecord>;
  /** Not written yet. */
  readonly dirty: Set<string>;
  timer: NodeJS.Timeout | null;
}

const FLUSH_AFTER_MS = 1_000;
const WRITE_ACTIVITY_EVERY_MS = 120_000;
const BATCH = 2_000;
const MAX_KNOWN = 200_000;
const CHANGED = 'status.changed';

const all = new WeakMap<App, Presence>();

/** Begins to keep presence in memory, together with other nodes. Returns what writes the rest at the end. */
export function startPresence(app: App): () => Promise<void> {
  const presence: Presence = { known: new Map(), dirty: new Set(), timer: null };
  all.set(app, presence);
  app.bus.subscribe<StatusRecord>(CHANGED, (record) => void presence.known.set(record.user_id, record));
  return () => flush(app, presence);
}

/** What is known of these people, by id. Nobody is left out: who was never seen is offline. */
export async function loadPresence(app: App, user_ids: readonly string[]): Promise<Map<string, StatusRecord>> {
  const { known } = presenceOf(app);
  const missing = [...new Set(user_ids.filter((id) => !known.has(id)))];
  if (missing.length) {
    if (known.size + missing.length > MAX_KNOWN) forgetAbsent(presenceOf(app));
    const rows = await readStatuses(app.db, missing);
    for (const record of rows) if (!known.has(record.user_id)) known.set(record.user_id, record);
    for (const id of missing) if (!known.has(id)) known.set(id, unknownStatus(id));
  }
  return new Map(user_ids.map((id) => [id, known.get(id) ?? unknownStatus(id)]));
}

/** Everybody in memory who is not offline. */
export function present(app: App): StatusRecord[] {
  return [...presenceOf(app).known.values()].filter((record) => record.status !== 'offline');
}

/** Changes somebody's presence. The change is seen at once, written soon with others, and told if the status differs. */
export async function changePresence(app: App, user_id: string, change: (old: StatusRecord) => StatusRecord): Promise<StatusRecord> {
  const presence = presenceOf(app);
  if (!presence.known.has(user_id)) await loadPresence(app, [user_id]);
  const old = presence.known.get(user_id) ?? unknownStatus(user_id);
  const changed = change(old);
  if (changed === old) return old;
  const is_other = changed.status !== old.status;
  const is_worth_writing = is_other || changed.manual !== old.manual || changed.dnd_end_time !== old.dnd_end_time || changed.last_activity_at - (old.written_at ?? 0) >= WRITE_ACTIVITY_EVERY_MS;
  const record = is_worth_writing ? { ...changed, written_at: changed.last_activity_at } : changed;
  presence.known.set(user_id, record);
  if (is_worth_writing) {
    presence.dirty.add(user_id);
    presence.timer ??= setTimeout(() => void flush(app, presence), FLUSH_AFTER_MS).unref();
    app.bus.publish(CHANGED, record);
  }
  if (is_other) app.publish(statusChanged, { user_id, status: record.status });
  return record;
}

async function flush(app: App, presence: Presence): Promise<void> {
  if (presence.timer) clearTimeout(presence.timer);
  presence.timer = null;
  const ids = [...presence.dirty];
  presence.dirty.clear();
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH).flatMap((id) => presence.known.get(id) ?? []);
    await saveStatuses(app.db, batch).catch((error: Error) => app.log.warn({ error: error.message }, 'statuses could not be written'));
  }
}

function forgetAbsent(presence: Presence): void {
  for (const [id, record] of presence.known) if (record.status === 'offline' && !presence.dirty.has(id)) presence.known.delete(id);
}

function presenceOf(app: App): Presence {
  const presence = all.get(app);
  if (!presence) throw new Error('presence is asked before its feature has started');
  return presence;
}
