// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { statusUntil } from './status-until.ts';

describe('a custom status', () => {
  const wednesday_noon = new Date(2026, 10, 18, 12, 0).getTime();

  it('goes away after the time that was chosen', () => {
    expect(statusUntil('thirty_minutes', wednesday_noon)).toBe(new Date(2026, 10, 18, 12, 30).toISOString());
    expect(statusUntil('four_hours', wednesday_noon)).toBe(new Date(2026, 10, 18, 16, 0).toISOString());
  });

  it('can last for the day or until Sunday', () => {
    expect(statusUntil('today', wednesday_noon)).toBe(new Date(2026, 10, 18, 23, 59, 59, 999).toISOString());
    expect(statusUntil('this_week', wednesday_noon)).toBe(new Date(2026, 10, 22, 23, 59, 59, 999).toISOString());
    expect(statusUntil('this_week', new Date(2026, 10, 22, 8).getTime())).toBe(new Date(2026, 10, 22, 23, 59, 59, 999).toISOString());
  });

  it('stays when no time was chosen', () => {
    expect(statusUntil('', wednesday_noon)).toBe('');
  });
});
