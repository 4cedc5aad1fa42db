import type { Status, StatusValue } from '../wire/index.ts';
import type { StatusRecord } from './statuses.store.ts';

/** Presence of somebody who was never seen. */
export function unknownStatus(user_id: string): StatusRecord {
  return { user_id, status: 'offline', manual: false, last_activity_at: 0, dnd_end_time: 0, prev_status: '' };
}

/** Online by being there. What a person has set by hand stays, only the activity is noted. */
export function comeOnline(old: StatusRecord, now: number): StatusRecord {
  return old.manual ? { ...old, last_activity_at: now } : { ...old, status: 'online', last_activity_at: now };
}

/** Offline because the last connection is gone. */
export function goOffline(old: StatusRecord): StatusRecord {
  return old.manual ? { ...old, active_channel: '' } : { ...old, status: 'offline', active_channel: '' };
}

/** Away after a time without activity, but only from being online. */
export function goAwayIfIdle(old: StatusRecord, now: number, timeout_ms: number): StatusRecord {
  return !old.manual && old.status === 'online' && now - old.last_activity_at >= timeout_ms ? { ...old, status: 'away' } : old;
}

/** What a person sets by hand. Being online is never a choice that holds. The end of "do not disturb" counts in whole minutes. */
export function setByHand(old: StatusRecord, status: StatusValue, dnd_end_time: number, now: number): StatusRecord {
  const until = status === 'dnd' ? Math.floor(dnd_end_time / 60) * 60 : 0;
  const prev_status = until > 0 ? (old.status === 'dnd' ? old.prev_status : old.status) : '';
  return { ...old, status, manual: status !== 'online', dnd_end_time: until, prev_status, last_activity_at: status === 'offline' ? old.last_activity_at : now };
}

/** "Do not disturb" is over: what was before comes back, as far as it is still true. */
export function endDnd(old: StatusRecord, is_connected: boolean): StatusRecord {
  const before = old.prev_status as StatusValue | '';
  const status = before === 'away' && is_connected ? 'away' : is_connected ? 'online' : 'offline';
  return { ...old, status, manual: false, dnd_end_time: 0, prev_status: '' };
}

/** As the protocol shows it. */
export function toStatus({ user_id, status, manual, last_activity_at, dnd_end_time, active_channel }: StatusRecord): Status {
  return { user_id, status, manual, last_activity_at, ...(active_channel ? { active_channel } : {}), dnd_end_time };
}
