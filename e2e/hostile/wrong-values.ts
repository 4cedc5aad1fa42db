// What may stand where something else was meant. Everything here is refused, or taken as the text that it is.

/** For a path parameter. Sent as written: encoded where a client would encode. */
export const WRONG_PATHS: readonly string[] = [
  'short',
  'a'.repeat(27),
  'A'.repeat(26),
  '..%2f..%2f..%2fetc%2fpasswd',
  '..',
  '%00',
  '%f0%9f%9a%80%e2%80%ae',
  '%ff%fe',
  "'%20OR%201=1;--",
  '9'.repeat(400),
  'zzzzzzzzzzzzzzzzzzzzzzzzzz',
];

/** For a value of a query. */
export const WRONG_QUERIES: readonly string[] = ['-1', 'NaN', '1e99', '99999999999999999999', '%00', '%ff', "'", '%7B%7D', 'x'.repeat(1200), '%F0%9F%9A%80'];

const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Stands for 20,000 lists within each other, which no parser of ours could write down. */
export const DEEP = '@@deep@@';

/** A body as it is sent. */
export function textOf(body: unknown): string {
  return JSON.stringify(body).replaceAll(JSON.stringify(DEEP), deep(20_000));
}

/** Whole bodies that no route wants. */
export const WRONG_BODIES: readonly (string | Buffer)[] = [
  '{',
  '{"a":}',
  'null',
  'true',
  '-1',
  '"text"',
  '[]',
  '[null]',
  '[[]]',
  '{}',
  '{"__proto__":{"is_admin":true},"constructor":1}',
  deep(20_000),
  Buffer.from([0xff, 0xfe, 0x00, 0x22]),
];

/** Over the general limit of a body. */
export const TOO_LARGE = `{"message":"${'x'.repeat(320_000)}"}`;

/** For one field, whatever its type: every kind of JSON, then what breaks careless storage. A long form gets fewer of each. */
export function wrongValues(seed: number, is_long_form = false): unknown[] {
  const plain = [null, true, -1, 'x'.repeat(70_000), [], {}, [null, 1, {}]];
  const tricky = [TRICKY[seed % TRICKY.length], TRICKY[(seed * 7 + 3) % TRICKY.length]];
  return is_long_form ? [plain[seed % plain.length], tricky[0]] : [...plain, ...tricky];
}

// Texts that PostgreSQL cannot keep, numbers beyond its types, keys that mean something to JavaScript.
const TRICKY: readonly unknown[] = [
  'a\u0000b',
  '\ud800',
  { a: '\u0000' },
  { a: '\udfff' },
  1e300,
  2 ** 63,
  1.5,
  JSON.parse('{"__proto__":{"x":1},"toString":"no"}'),
  { deep: DEEP },
  '\u202e<script>alert(1)</script>',
  ['a'.repeat(26), 'a'.repeat(26)],
];
