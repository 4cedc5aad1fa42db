import type { IntegrationState } from '../wire/index.ts';

const HOUR_MS = 3_600_000;
const USUAL_CALLS = 20;
const QUIET_FACTOR = 3;

/** What the calls of the last week say. */
export interface Rhythm {
  readonly direction: string;
  readonly last_at: number;
  /** The longest time between two calls. */
  readonly longest_gap_ms: number;
  readonly week_calls: number;
  /** None of the last three calls has succeeded. */
  readonly is_failing: boolean;
}

/** Failing: its last three calls did not succeed. Silent: who called often has not called for three times as long as ever in a week, and more than an hour. */
export function stateOf(r: Rhythm, now: number): IntegrationState {
  if (r.is_failing) return 'failing';
  const isUsual = r.direction === 'in' && r.week_calls >= USUAL_CALLS;
  return isUsual && now - r.last_at > Math.max(HOUR_MS, QUIET_FACTOR * r.longest_gap_ms) ? 'silent' : 'ok';
}

/** What the owner is told when the state of an integration changes. */
export function noticeOf(name: string, state: IntegrationState, last_error: string): string {
  if (state === 'failing') return `Your integration **${name}** does not work: its last three calls have failed. ${last_error}`.trim();
  if (state === 'silent') return `Your integration **${name}** has fallen silent: it has not called for much longer than usual.`;
  return `Your integration **${name}** works again.`;
}
