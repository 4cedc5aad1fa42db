import { createHash } from 'node:crypto';
import type { Settings } from '#kernel/server/index.ts';
import { extendSessions, sessionIdleTimeout, sessionLengthMobile, sessionLengthWeb } from './sessions.settings.ts';
import type { SessionRecord } from './sessions.store.ts';

const HOUR_MS = 3_600_000;
const MAX_TOKEN = 50;
// Longer steps save writes; a session that is used every day never notices.
const ACTIVITY_STEP_MS = 5 * 60_000;
const EXTEND_STEP = 0.01;

/** What is kept of a token. Tokens are random, so a plain hash is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token.slice(0, MAX_TOKEN)).digest('hex');
}

export function lengthOf(settings: Settings, device_id: string): number {
  return settings.get(device_id ? sessionLengthMobile : sessionLengthWeb) * HOUR_MS;
}

export function isExpired(session: Pick<SessionRecord, 'expires_at'>, now: number): boolean {
  return session.expires_at > 0 && session.expires_at <= now;
}

const MIN_IDLE_MS = 5 * 60_000;

/** Whether nobody has used a session for too long. Apps of phones sleep, programs pause: it is for browsers. */
export function isIdle(settings: Settings, session: Pick<SessionRecord, 'last_activity_at' | 'is_personal_token' | 'device_id' | 'is_oauth'>, now: number): boolean {
  const timeout_ms = settings.get(extendSessions) ? 0 : settings.get(sessionIdleTimeout) * 60_000;
  if (!timeout_ms || session.is_personal_token || session.device_id || session.is_oauth) return false;
  return now - session.last_activity_at > Math.max(timeout_ms, MIN_IDLE_MS) + ACTIVITY_STEP_MS;
}

/** What activity at `now` changes of a session, or null if it is too early to note it. `length_ms` 0 = do not extend. */
export function activityOf(session: SessionRecord, now: number, length_ms: number): { last_activity_at: number; expires_at: number; is_extended: boolean } | null {
  if (session.is_personal_token || now - session.last_activity_at < ACTIVITY_STEP_MS) return null;
  const is_extended = length_ms > 0 && session.expires_at > 0 && now + length_ms - session.expires_at > length_ms * EXTEND_STEP;
  return { last_activity_at: now, expires_at: is_extended ? now + length_ms : session.expires_at, is_extended };
}

const SYSTEMS: [RegExp, string, string][] = [
  [/iPhone|iPad|iPod/, 'iPhone', 'iOS'],
  [/Android/, 'Linux', 'Android'],
  [/Windows/, 'Windows', 'Windows'],
  [/Macintosh|Mac OS X/, 'Macintosh', 'Mac OS'],
  [/CrOS/, 'ChromeOS', 'ChromeOS'],
  [/Linux|X11/, 'Linux', 'Linux'],
];

const BROWSERS: [RegExp, string][] = [
  [/Mattermost Mobile\/([\d.]+)/i, 'Mobile App'],
  [/Mattermost\/([\d.]+)/i, 'Desktop App'],
  [/mmctl\/([\d.]+)/i, 'mmctl'],
  [/Edg\/([\d.]+)/, 'Edge'],
  [/OPR\/([\d.]+)/, 'Opera'],
  [/Firefox\/([\d.]+)/, 'Firefox'],
  [/Chrome\/([\d.]+)/, 'Chrome'],
  [/Version\/([\d.]+).*Safari/, 'Safari'],
];

/** What the list of one's sessions shows of the program that logged in. */
export function describeDevice(user_agent: string): { platform: string; os: string; browser: string } {
  const system = SYSTEMS.find(([pattern]) => pattern.test(user_agent));
  const browser = BROWSERS.find(([pattern]) => pattern.test(user_agent));
  const version = browser?.[0].exec(user_agent)?.[1] ?? '0.0';
  return { platform: system?.[1] ?? '', os: system?.[2] ?? '', browser: `${browser?.[1] ?? 'Unknown'}/${version}` };
}
