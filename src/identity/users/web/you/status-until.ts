import type { CustomStatusDuration } from '#identity/status/wire/index.ts';
import type { Timestamp } from '#kernel/wire/index.ts';

const MINUTE_MS = 60_000;

/** The moment a custom status goes away, as the protocol writes it; '' = it stays. */
export function statusUntil(duration: CustomStatusDuration, now: Timestamp): string {
  const minutes = { thirty_minutes: 30, one_hour: 60, four_hours: 240 }[duration as string];
  if (minutes) return new Date(now + minutes * MINUTE_MS).toISOString();
  const end = new Date(now);
  end.setHours(23, 59, 59, 999);
  if (duration === 'today') return end.toISOString();
  // Weeks end on Sunday.
  if (duration === 'this_week') return new Date(end.setDate(end.getDate() + ((7 - end.getDay()) % 7))).toISOString();
  return '';
}
