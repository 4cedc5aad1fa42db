const BAD = /[\u0000\p{Surrogate}]/gu;
const MAX_DEPTH = 500;
const MAY_BE_BAD = /\\u(0000|d[89a-f])/i;

/** The text as PostgreSQL can keep it: without NUL, and with U+FFFD for halves of characters. */
export function keepable(text: string): string {
  return text.replace(BAD, (bad) => (bad === '\u0000' ? '' : '\ufffd'));
}

/** Reads JSON whose texts can all be kept, names of fields included. What is nested too deeply to be written again counts as broken. */
export function parseJson(json: string): unknown {
  if (isTooDeep(json)) throw new SyntaxError(`the JSON is nested more than ${MAX_DEPTH} levels deep`);
  const value: unknown = JSON.parse(json);
  return MAY_BE_BAD.test(json) ? clean(value) : value;
}

function isTooDeep(json: string): boolean {
  if (json.length <= 2 * MAX_DEPTH) return false;
  let depth = 0;
  let is_text = false;
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (is_text) {
      if (code === 0x5c) i++;
      else if (code === 0x22) is_text = false;
    } else if (code === 0x22) is_text = true;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > MAX_DEPTH) return true;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return false;
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return keepable(value);
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [keepable(key), clean(inner)]));
}
