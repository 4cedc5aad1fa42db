import { expect, test } from 'vitest';
import { keepable, parseJson } from './text.ts';

test('a text keeps all but NUL and halves of characters', () => {
  expect(keepable('a\u0000b \ud800 c \udc00')).toBe('ab \ufffd c \ufffd');
  expect(keepable('🚀 ünï 漢字')).toBe('🚀 ünï 漢字');
});

test('JSON is read with texts and names that can be kept', () => {
  expect(parseJson('{"a\\u0000":["\\ud83d\\ude80","\\ud800",{"b":"\\u0000"}],"c":1}')).toEqual({ a: ['🚀', '\ufffd', { b: '' }], c: 1 });
});

test('JSON that is nested too deeply is broken JSON', () => {
  const nested = (depth: number) => `{"a":${'['.repeat(depth)}"]]]{"${']'.repeat(depth)}}`;
  expect(() => parseJson(nested(400))).not.toThrow();
  for (const depth of [600, 100_000]) expect(() => parseJson(nested(depth))).toThrow(SyntaxError);
  expect(parseJson(JSON.stringify({ a: '['.repeat(5000) }))).toEqual({ a: '['.repeat(5000) });
});
