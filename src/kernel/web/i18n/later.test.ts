import { expect, test } from 'vitest';
import { mondayMorning, toLocalInput, tomorrowMorning } from './later.ts';

const at = (text: string): number => new Date(text).getTime();

test('tomorrow begins at nine', () => {
  expect(tomorrowMorning(at('2026-02-28T23:59'))).toBe(at('2026-03-01T09:00'));
});

test.each([
  ['2026-03-01T10:00', '2026-03-02T09:00'], // a Sunday
  ['2026-03-02T08:00', '2026-03-09T09:00'], // a Monday
  ['2026-03-04T08:00', '2026-03-09T09:00'],
])('the Monday after %s is %s', (now, monday) => {
  expect(mondayMorning(at(now))).toBe(at(monday));
});

test('a field shows the time of the person\'s own zone', () => {
  expect(toLocalInput(at('2026-07-01T08:05'))).toBe('2026-07-01T08:05');
});
