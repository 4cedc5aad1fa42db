import { describe, expect, it } from 'vitest';
import { isWritten, wasPrepended } from './scrolling.rules.ts';

const rows = (text: string) => text.split(' ').filter(Boolean).map((key) => ({ key, kind: key.length === 1 ? 'post' : key }));

describe('rows that come in', () => {
  it('before the others keep the list at its distance from the end', () => {
    expect(wasPrepended(rows('older date c d'), rows('intro date a b c d'))).toBe(true);
  });

  it('at the end or in place of others do not', () => {
    expect(wasPrepended(rows('older c d'), rows('older c d e'))).toBe(false);
    expect(wasPrepended(rows('older c d'), rows('older x y z'))).toBe(false);
    expect(wasPrepended([], rows('intro a'))).toBe(false);
    expect(wasPrepended(rows('older c d'), rows('older c d'))).toBe(false);
  });

  it('from oneself are followed', () => {
    const pending = { key: 'me:1', kind: 'pending' };
    expect(isWritten(rows('intro a'), [...rows('intro a'), pending])).toBe(true);
    expect(isWritten([...rows('intro a'), pending], [...rows('intro a'), pending])).toBe(false);
    expect(isWritten(rows('intro a'), rows('intro a b'))).toBe(false);
  });
});
