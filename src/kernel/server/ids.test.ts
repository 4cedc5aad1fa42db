import { expect, test } from 'vitest';
import { isId, newId, newToken } from './ids.ts';

test('an id has 26 characters of the protocol and is different each time', () => {
  const ids = new Set(Array.from({ length: 10_000 }, () => newId()));
  expect(ids.size).toBe(10_000);
  for (const id of ids) expect(id).toMatch(/^[13456789a-uw-z]{26}$/);
});

test('ids sort by the time of their birth', () => {
  const times = [0, 1, 31, 32, 1_700_000_000_000, 1_700_000_000_001, 1_999_999_999_999, 2 ** 45];
  const ids = times.map((time) => newId(time));
  expect([...ids].sort()).toEqual(ids);
});

test('a token does not tell when it was made', () => {
  const tokens = Array.from({ length: 100 }, newToken);
  expect(new Set(tokens.map((token) => token.slice(0, 5))).size).toBeGreaterThan(90);
});

test('only 26 letters and digits are an id', () => {
  expect(isId('a'.repeat(26))).toBe(true);
  for (const wrong of ['', 'a'.repeat(25), 'a'.repeat(27), `${'a'.repeat(25)}-`, 5, null, ['a'.repeat(26)]]) expect(isId(wrong)).toBe(false);
});
