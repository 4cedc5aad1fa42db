import { expect, test } from 'vitest';
import { activityOf, describeDevice, isExpired } from './sessions.rules.ts';
import type { SessionRecord } from './sessions.store.ts';

const MINUTE_MS = 60_000;
const LENGTH_MS = 30 * 24 * 60 * MINUTE_MS;
const session = (more: Partial<SessionRecord> = {}) => ({ last_activity_at: 1_000_000, expires_at: 1_000_000 + LENGTH_MS, is_personal_token: false, ...more }) as SessionRecord;

test.each([
  ['too early', session(), 1_000_000 + 4 * MINUTE_MS, null],
  ['noted, not worth moving the end', session(), 1_000_000 + 6 * MINUTE_MS, { is_extended: false }],
  ['moves the end after a hundredth of its length', session(), 1_000_000 + 8 * 60 * MINUTE_MS, { is_extended: true, expires_at: 1_000_000 + 8 * 60 * MINUTE_MS + LENGTH_MS }],
  ['never for a personal token', session({ is_personal_token: true, expires_at: 0 }), 9_000_000_000, null],
  ['never an end for what has none', session({ expires_at: 0 }), 9_000_000_000, { is_extended: false, expires_at: 0 }],
])('activity: %s', (_name, before, now, expected) => {
  const activity = activityOf(before, now, LENGTH_MS);
  if (expected === null) expect(activity).toBeNull();
  else expect(activity).toMatchObject(expected);
});

test('a session without an end does not expire', () => {
  expect([isExpired({ expires_at: 0 }, 5), isExpired({ expires_at: 5 }, 5), isExpired({ expires_at: 6 }, 5)]).toEqual([false, true, false]);
});

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36', { os: 'Windows', browser: 'Chrome/140.0.0.0' }],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15', { os: 'Mac OS', browser: 'Safari/18.0' }],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.1', { os: 'Windows', browser: 'Edge/140.1' }],
  ['curl/8.0', { os: '', browser: 'Unknown/0.0' }],
  ['', { os: '', browser: 'Unknown/0.0' }],
])('%s is described', (user_agent, expected) => expect(describeDevice(user_agent)).toMatchObject(expected));
