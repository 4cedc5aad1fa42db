import type { App } from '#kernel/server/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import type { Status, StatusValue } from '../wire/index.ts';
import { changePresence, loadPresence } from './presence.ts';
import { comeOnline, endDnd, goAwayIfIdle, goOffline, setByHand, toStatus } from './status.rules.ts';
import { awayTimeout, enableAutomaticReplies } from './status.settings.ts';
import { readEndedDnd } from './statuses.store.ts';

const OFFLINE_AFTER_MS = 500;
const DND_CHECK_EVERY_MS = 60_000;

/** The presence of people, in the order asked for. Unknown people are offline. */
export async function getStatuses(app: App, user_ids: readonly string[]): Promise<Status[]> {
  const found = await loadPresence(app, user_ids);
  return user_ids.map((id) => toStatus(found.get(id)!));
}

/** Somebody has done something: online, unless the person has set another status by hand. `channel_id` is the channel in view, '' for none. */
export async function markActive(app: App, user_id: string, { channel_id }: { channel_id?: string } = {}): Promise<void> {
  await changePresence(app, user_id, (old) => ({ ...comeOnline(old, app.clock()), ...(channel_id === undefined ? {} : { active_channel: channel_id }) }));
}

/** Away, if there was no activity for the time of the setting. */
export async function markIdle(app: App, user_id: string): Promise<void> {
  await changePresence(app, user_id, (old) => goAwayIfIdle(old, app.clock(), app.settings.get(awayTimeout) * 1000));
}

/** What a person, or somebody for the person, chooses. `dnd_end_time` is in Unix seconds. */
export async function chooseStatus(app: App, user_id: string, status: StatusValue, dnd_end_time = 0): Promise<Status> {
  return toStatus(await changePresence(app, user_id, (old) => setByHand(old, status, dnd_end_time, app.clock())));
}

/** Offline at once and by nobody's choice, e.g. because the account was deactivated. */
export async function forceOffline(app: App, user_id: string): Promise<void> {
  await changePresence(app, user_id, (old) => goOffline({ ...old, manual: false, dnd_end_time: 0, prev_status: '' }));
}

/** Out of office while automatic replies are on. */
export async function followAutoResponder(app: App, user: User, old: User | undefined): Promise<void> {
  const is_on = user.notify_props?.auto_responder_active === 'true';
  if (!old || is_on === (old.notify_props?.auto_responder_active === 'true') || !app.settings.get(enableAutomaticReplies)) return;
  if (is_on) await chooseStatus(app, user.id, 'ooo');
  else await changePresence(app, user.id, (record) => (record.status === 'ooo' ? setByHand(record, 'online', 0, app.clock()) : record));
}

/** Offline in a moment, if nobody is connected by then: a page that is loaded again closes one connection and opens another. */
export function leaveLater(app: App, user_id: string): void {
  setTimeout(() => {
    if (app.hub.countOpen(user_id) > 0) return;
    void changePresence(app, user_id, goOffline).catch((error: Error) => app.log.warn({ error: error.message }, 'a status could not be set to offline'));
  }, OFFLINE_AFTER_MS).unref();
}

/** Ends "do not disturb" where its time is over, once a minute. Returns what stops it. */
export function watchDndEnds(app: App): () => void {
  const timer = setInterval(() => void endDueDnd(app).catch((error: Error) => app.log.warn({ error: error.message }, 'ends of "do not disturb" could not be looked for')), DND_CHECK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

export async function endDueDnd(app: App): Promise<void> {
  const now_s = Math.floor(app.clock() / 1000);
  for (const { user_id } of await readEndedDnd(app.db, now_s)) {
    await changePresence(app, user_id, (old) => (old.status === 'dnd' && old.dnd_end_time > 0 && old.dnd_end_time <= now_s ? endDnd(old, app.hub.countOpen(user_id) > 0) : old));
  }
}
