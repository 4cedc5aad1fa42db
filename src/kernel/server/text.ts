const BAD = /[\u0000\p{Surrogate}]/gu;
const MAY_BE_BAD = /\\u(0000|d[89a-f])/i;

/** The text as PostgreSQL can keep it: without NUL, and with U+FFFD for halves of characters. */
export function keepable(text: string): string {
  return text.replace(BAD, (bad) => (bad === '\u0000' ? '' : '\ufffd'));
}

/** Reads JSON whose texts can all be kept, names of fields included. */
export function parseJson(json: string): unknown {
  const value: unknown = JSON.parse(json);
  return MAY_BE_BAD.test(json) ? clean(value) : value;
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return keepable(value);
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [keepable(key), clean(inner)]));
}
