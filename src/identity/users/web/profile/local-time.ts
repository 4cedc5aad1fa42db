import type { User, UserTimezone } from '#identity/users/wire/index.ts';
import { formatTime } from '#kernel/web/index.ts';
import type { Timestamp } from '#kernel/wire/index.ts';

/** The name of a person's time zone; '' while they have told none. */
export function timezoneName(timezone: UserTimezone | null): string {
  if (!timezone) return '';
  return timezone.useAutomaticTimezone === 'true' ? timezone.automaticTimezone : timezone.manualTimezone;
}

/** What the clock shows where the person is; '' when that is not known. */
export function localTimeOf(user: User, now: Timestamp): string {
  const name = timezoneName(user.timezone);
  if (!name) return '';
  try {
    const there = new Date(new Date(now).toLocaleString('en-US', { timeZone: name }));
    return formatTime(there.getTime());
  } catch {
    return '';
  }
}
