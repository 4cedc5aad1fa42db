import { describe, expect, test } from 'vitest';
import { isEmpty, parseSearch } from './search.parse.ts';
import { lexeme, phrasePattern } from './search.sql.ts';

const parse = (line: string, offset_s = 0) => parseSearch(line, offset_s);
const texts = (line: string) => parse(line).terms.map((t) => (t.is_negated ? '-' : '') + (t.is_phrase ? `"${t.text}"` : t.text) + (t.is_prefix ? '*' : ''));
const DAY = 86_400_000;

describe('a line in the search box', () => {
  test.each([
    ['outage deploy', ['outage', 'deploy']],
    ['"eu-west database" down', ['"eu-west database"', 'down']],
    ['-draft -"old plan"', ['-draft', '-"old plan"']],
    ['dep* "roll ba*"', ['dep*', '"roll ba"*']],
    ['(outage), really?!', ['outage', 'really']],
    ['"never closed', ['"never closed"']],
    ['部署 деплой', ['部署', 'деплой']],
    ['* ** - "" ??? 🚀', []],
    ['#12 c#', ['12', 'c']],
    ['https://ci.example.com/42', ['https://ci.example.com/42']],
  ])('%j looks for %j', (line, words) => {
    expect(texts(line)).toEqual(words);
  });

  test('knows hashtags, in small letters', () => {
    const { hashtags, terms } = parse('#Release -#draft #eu-w* #1x');
    expect(hashtags.map((t) => [t.text, t.is_prefix, t.is_negated])).toEqual([['#release', false, false], ['#draft', false, true], ['#eu-w', true, false]]);
    expect(terms.map((t) => t.text)).toEqual(['1x']);
  });

  test('knows flags in any case, also with their value after a blank, and negated', () => {
    const parsed = parse('From:@Ann from: bob -from:cat IN:~ops channel:side -in:@dan ext:.PDF -ext:exe word');
    expect(parsed.users).toEqual({ wanted: ['ann', 'bob'], excluded: ['cat'] });
    expect(parsed.channels).toEqual({ wanted: ['~ops', 'side'], excluded: ['@dan'] });
    expect(parsed.extensions).toEqual({ wanted: ['pdf'], excluded: ['exe'] });
    expect(parsed.terms.map((t) => t.text)).toEqual(['word']);
  });

  test('takes other colons and flags without a value for words', () => {
    expect(texts('http: to:bob in:')).toEqual(['http', 'to:bob', 'in']);
  });
});

describe('days', () => {
  const day = Date.UTC(2026, 4, 5);

  test.each([
    ['on:2026-05-05', day, day + DAY],
    ['after:2026-05-05', day + DAY, Infinity],
    ['before:2026-05-05', 0, day],
    ['on:2026-5-5', day, day + DAY],
    ['after:2026-05-01 before:2026-05-05', day - 3 * DAY, day],
    ['on:2026-02-30', 0, Infinity],
    ['on:yesterday', 0, Infinity],
  ])('%s', (line, from_ms, until_ms) => {
    expect(parse(line)).toMatchObject({ from_ms, until_ms });
  });

  test('are those of the reader', () => {
    expect(parse('on:2026-05-05', 7200).from_ms).toBe(day - 2 * 3600_000);
    expect(parse('on:2026-05-05', -7200).from_ms).toBe(day + 2 * 3600_000);
  });

  test('can be left out', () => {
    expect(parse('-on:2026-05-05').excluded).toEqual([{ from_ms: day, until_ms: day + DAY }]);
  });
});

test.each([['', true], ['*', true], ['in:', false], ['from:ann', false], ['-word', false], ['on:2026-05-05', false]])('%j asks for nothing: %s', (line, nothing) => {
  expect(isEmpty(parse(line))).toBe(nothing);
});

test('words cannot break out of a query of the index', () => {
  expect(lexeme(`a' | 'b\\`)).toBe(`'a'' | ''b\\\\'`);
});

test('a phrase may have anything between its words but letters, nothing in scripts without blanks', () => {
  const matches = (words: string[], text: string, is_open = false) => new RegExp(phrasePattern(words, is_open).replaceAll('[:alnum:]', '\\p{L}\\p{N}'), 'u').test(text);
  expect([matches(['eu', 'west'], 'in eu-west now'), matches(['eu', 'west'], 'eu west1'), matches(['eu', 'west'], 'eu west1', true), matches(['eu', 'west'], 'neu west')]).toEqual([true, false, true, false]);
  expect([matches(['部', '署'], '已部署完成'), matches(['部', '署'], '部。署'), matches(['部', 'x'], '部x')]).toEqual([true, true, true]);
});
