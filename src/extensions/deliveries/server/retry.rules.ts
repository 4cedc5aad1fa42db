export interface RetryLimits {
  readonly max_attempts: number;
  readonly first_ms: number;
  readonly longest_ms: number;
}

// The receiver, or something before it, says that it would take the same later.
const LATER = new Set([408, 425, 429]);

/** Whether an answer means: not now. */
export function isForLater(status: number): boolean {
  return status >= 500 || LATER.has(status);
}

/** How long to wait after the attempt: three times as long each time, up to the longest, and up to a quarter less so that many do not come back at once. */
export function waitAfter(attempt: number, { first_ms, longest_ms }: RetryLimits, random = Math.random()): number {
  const full = Math.min(longest_ms, first_ms * 3 ** (attempt - 1));
  return Math.round(full * (1 - random / 4));
}

/** What `Retry-After` asks for, in ms: seconds or a date; 0 if it asks for nothing. */
export function retryAfter(header: string | undefined, now: number): number {
  if (!header) return 0;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now);
}

const OPEN_AFTER = 3;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 300_000;

/** How long nothing is sent to a receiver that has been away so many times in a row: a probe goes out after that. */
export function pauseAfter(failures: number): number {
  return failures < OPEN_AFTER ? 0 : Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - OPEN_AFTER));
}
