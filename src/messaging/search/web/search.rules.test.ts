import { describe, expect, it } from 'vitest';
import { beginOperator, markedWords } from './search.rules.ts';

describe('search terms', () => {
  it('mark words and phrases, not operators and exclusions', () => {
    expect(markedWords('roll* from:@amara "proxy cache" -database in: ops #sev-1')).toEqual(['proxy cache', 'roll*', 'sev-1']);
    expect(markedWords('before:2026-01-02 -from:john')).toEqual([]);
  });

  it('take an operator at their end', () => {
    expect([beginOperator('', 'from:'), beginOperator('cache ', 'in:')]).toEqual(['from:', 'cache in:']);
  });
});
