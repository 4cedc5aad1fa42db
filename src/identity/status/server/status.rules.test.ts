import { describe, expect, test } from 'vitest';
import { addRecent, hasEnded, removeRecent, toCustomStatus } from './custom-status.rules.ts';
import { comeOnline, endDnd, goAwayIfIdle, goOffline, setByHand, unknownStatus } from './status.rules.ts';
import type { StatusRecord } from './statuses.store.ts';

const is = (status: StatusRecord['status'], more: Partial<StatusRecord> = {}): StatusRecord => ({ ...unknownStatus('u'), status, ...more });
const by_hand = { manual: true };

describe('presence', () => {
  test.each([
    ['coming makes an offline person online', comeOnline(is('offline'), 9), 'online', false],
    ['coming leaves what was set by hand', comeOnline(is('dnd', by_hand), 9), 'dnd', true],
    ['going makes an online person offline', goOffline(is('online')), 'offline', false],
    ['going leaves what was set by hand', goOffline(is('away', by_hand)), 'away', true],
    ['idling makes an online person away', goAwayIfIdle(is('online', { last_activity_at: 0 }), 300, 300), 'away', false],
    ['a short pause is no idling', goAwayIfIdle(is('online', { last_activity_at: 1 }), 300, 300), 'online', false],
    ['idling leaves who is offline', goAwayIfIdle(is('offline'), 300, 300), 'offline', false],
    ['being online is no choice that holds', setByHand(is('dnd', by_hand), 'online', 0, 9), 'online', false],
    ['any other choice holds', setByHand(is('online'), 'away', 0, 9), 'away', true],
    ['the end of dnd makes who is there online', endDnd(is('dnd', { ...by_hand, prev_status: 'online' }), true), 'online', false],
    ['the end of dnd leaves who was away away', endDnd(is('dnd', { ...by_hand, prev_status: 'away' }), true), 'away', false],
    ['the end of dnd makes who is gone offline', endDnd(is('dnd', { ...by_hand, prev_status: 'online' }), false), 'offline', false],
  ])('%s', (_name, record, status, manual) => expect(record).toMatchObject({ status, manual }));

  test('the end of dnd counts in whole minutes and remembers what was before, also when it is moved', () => {
    const first = setByHand(is('away'), 'dnd', 3_659, 9);
    expect(first).toMatchObject({ dnd_end_time: 3_600, prev_status: 'away' });
    expect(setByHand(first, 'dnd', 7_230, 9)).toMatchObject({ dnd_end_time: 7_200, prev_status: 'away' });
  });
});

describe('a custom status', () => {
  const given = (more: object) => ({ emoji: 'calendar', text: 'Busy', duration: '', expires_at: '', ...more });
  const NOW = Date.UTC(2030, 0, 1);
  test.each([
    ['says something', given({}), { emoji: 'calendar', text: 'Busy' }],
    ['has an emoji in any case', given({ emoji: '' }), { emoji: 'speech_balloon' }],
    ['is cut to a hundred characters', given({ text: '😀'.repeat(120) }), { text: '😀'.repeat(100) }],
    ['with an end alone has a duration', given({ expires_at: '2031-01-01T00:00:00Z' }), { duration: 'date_and_time' }],
    ['that is empty is none', given({ emoji: '', text: '' }), null],
    ['with an end in the past is none', given({ duration: 'today', expires_at: '2029-01-01T00:00:00Z' }), null],
    ['with a duration and no end is none', given({ duration: 'today' }), null],
    ['with an unknown duration is none', given({ duration: 'always', expires_at: '2031-01-01T00:00:00Z' }), null],
    ['with an end that is no time is none', given({ expires_at: 'soon' }), null],
  ])('%s', (_name, input, expected) => (expected === null ? expect(toCustomStatus(input, NOW)).toBeNull() : expect(toCustomStatus(input, NOW)).toMatchObject(expected)));

  test('is remembered once, the newest first, five at most', () => {
    const status = (text: string) => ({ emoji: 'x', text, duration: '' as const });
    const recent = ['a', 'b', 'c', 'd', 'e', 'f', 'c'].reduce<ReturnType<typeof addRecent>>((list, text) => addRecent(list, status(text)), []);
    expect(recent.map((one) => one.text)).toEqual(['c', 'f', 'e', 'd', 'b']);
    expect(removeRecent(recent, status('f')).map((one) => one.text)).toEqual(['c', 'e', 'd', 'b']);
  });
});

test.each([
  ['{"text":"a","duration":"one_hour","expires_at":"2026-01-01T00:00:00Z"}', true],
  ['{"text":"a","duration":"one_hour","expires_at":"2099-01-01T00:00:00Z"}', false],
  ['{"text":"a","duration":"","expires_at":"2026-01-01T00:00:00Z"}', false],
  ['{"text":"a","duration":"one_hour","expires_at":"0001-01-01T00:00:00Z"}', false],
  ['no JSON', false],
  ['', false],
])('the custom status %s has ended: %s', (text, has_ended) => {
  expect(hasEnded(text, Date.UTC(2026, 5, 1))).toBe(has_ended);
});
