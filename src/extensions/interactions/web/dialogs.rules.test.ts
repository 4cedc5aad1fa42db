import { expect, test } from 'vitest';
import type { DialogElement } from '#extensions/interactions/wire/index.ts';
import { faultsOf, firstValues, toMoment, toSubmission } from './dialogs.rules.ts';

const NOW = Date.parse('2026-03-04T05:06:00');
const element = (more: Partial<DialogElement>): DialogElement => ({ display_name: 'X', name: 'x', type: 'text', subtype: '', default: '', placeholder: '', help_text: '', optional: false, min_length: 0, max_length: 0, data_source: '', options: null, multiselect: false, ...more });
const fault = (more: Partial<DialogElement>, value: string) => faultsOf([element(more)], { x: value }, NOW)['x']?.reason;

test('a form begins with the defaults of its elements, and keeps what was written when it comes anew', () => {
  const elements = [element({ name: 'a', default: 'text' }), element({ name: 'b', type: 'bool', default: 'true' }), element({ name: 'c', type: 'select', multiselect: true, default: 'x, y' })];
  expect(firstValues(elements, NOW)).toEqual({ a: 'text', b: true, c: ['x', 'y'] });
  expect(firstValues(elements, NOW, { a: 'mine' })).toMatchObject({ a: 'mine' });
});

test.each([['today', 'date', '2026-03-04'], ['tomorrow', 'date', '2026-03-05'], ['+2d', 'date', '2026-03-06'], ['-1w', 'date', '2026-02-25'], ['+1h', 'datetime', '2026-03-04T06:06'], ['2026-12-24', 'date', '2026-12-24'], ['some day', 'date', ''], ['', 'date', '']])('the date "%s" is %s %s', (text, type, moment) => {
  expect(toMoment(text, type, NOW)).toBe(moment);
});

test('what is wrong is said before anybody is asked', () => {
  expect(fault({}, '')).toBe('missing');
  expect(fault({ optional: true }, '')).toBeUndefined();
  expect(fault({ min_length: 3 }, 'ab')).toBe('too_short');
  expect(fault({ subtype: 'number' }, 'seven')).toBe('no_number');
  expect(fault({ subtype: 'email' }, 'me')).toBe('no_email');
  expect(fault({ subtype: 'url' }, 'javascript:x')).toBe('no_url');
  expect(fault({ type: 'date', min_date: 'today' }, '2026-03-03')).toBe('out_of_range');
});

test('numbers, times and choices are sent as what they are', () => {
  const elements = [element({ name: 'n', subtype: 'number' }), element({ name: 'd', type: 'datetime' }), element({ name: 's', type: 'select' }), element({ name: 'm', type: 'select', multiselect: true })];
  expect(toSubmission(elements, { n: '7', d: '2026-03-04T05:06', s: '', m: ['a'] })).toEqual({ n: 7, d: new Date(NOW).toISOString().replace('.000', ''), s: null, m: ['a'] });
});
