import type { CustomStatus } from '#identity/status/wire/index.ts';
import { custom_status_prop } from '#identity/status/wire/index.ts';
import type { User } from '#identity/users/wire/index.ts';

/** A person's custom status, or null when there is none or its time is over. */
export function customStatusOf(user: User | undefined, now: number = Date.now()): CustomStatus | null {
  const text = user?.props?.[custom_status_prop];
  if (!text) return null;
  try {
    const status = JSON.parse(text) as CustomStatus;
    const expires_at = status.expires_at ? Date.parse(status.expires_at) : 0;
    // The protocol writes "never" as year 1.
    if (expires_at > 0 && expires_at < now) return null;
    return status.text || status.emoji ? status : null;
  } catch {
    return null;
  }
}
