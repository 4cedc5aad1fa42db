import { describe, expect, it } from 'vitest';
import { actionLook, barColour, fieldText, stampOf } from './cards.rules.ts';

describe('cards of integrations', () => {
  it('take named and hex colours and nothing else', () => {
    expect([barColour('danger'), barColour('#36a64f'), barColour('36A64F'), barColour('red;background:url(x)'), barColour('constructor'), barColour(undefined)])
      .toEqual(['var(--bad)', '#36a64f', '#36a64f', 'var(--line-firm)', 'var(--line-firm)', 'var(--line-firm)']);
  });

  it('write any value of a fact', () => {
    expect([fieldText('a'), fieldText(12), fieldText(false), fieldText(null), fieldText({ a: 1 })]).toEqual(['a', '12', 'false', '', '`{"a":1}`']);
  });

  it('read times in seconds, milliseconds and text', () => {
    expect([stampOf(1_700_000_000), stampOf('1700000000'), stampOf(1_700_000_000_000), stampOf('soon'), stampOf(null), stampOf(1e300)]).toEqual([1_700_000_000_000, 1_700_000_000_000, 1_700_000_000_000, 0, 0, 0]);
  });

  it('have at most two kinds of loud buttons', () => {
    expect([actionLook('good'), actionLook('danger'), actionLook('#ff0000'), actionLook(undefined)]).toEqual(['primary', 'danger', 'plain', 'plain']);
  });
});
