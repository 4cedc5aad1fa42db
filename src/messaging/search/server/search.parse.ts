/** A word or phrase to look for. */
export interface Term {
  readonly text: string;
  /** In quotation marks: these words, one after the other. */
  readonly is_phrase: boolean;
  /** With a star at the end: the beginning of a word. */
  readonly is_prefix: boolean;
  readonly is_negated: boolean;
}

/** What a line in the search box means. */
export interface ParsedSearch {
  readonly terms: Term[];
  /** With their #, in small letters. */
  readonly hashtags: Term[];
  /** As written: a name, `~name`, `@user`, `@a,b,c` or an id. */
  readonly channels: Names;
  readonly users: Names;
  readonly extensions: Names;
  /** Only posts from `from_ms` on and before `until_ms`; spans of `excluded` are left out. */
  readonly from_ms: number;
  readonly until_ms: number;
  readonly excluded: { readonly from_ms: number; readonly until_ms: number }[];
}

export interface Names {
  readonly wanted: string[];
  readonly excluded: string[];
}

const FLAGS = new Set(['from', 'channel', 'in', 'before', 'after', 'on', 'ext']);
const DAY_MS = 86_400_000;
const HASHTAG = /^#\p{L}[\p{L}\p{M}\p{N}._-]*[\p{L}\p{M}\p{N}]\*?$/u;
const START = /^[^\p{L}\p{N}\s#"]+/u;
const END = /[^\p{L}\p{M}\p{N}\s*"]+$/u;

/** Reads a line of the search box as the protocol does. `offset_s` is the time zone in seconds east of UTC. */
export function parseSearch(line: string, offset_s: number): ParsedSearch {
  const names = (): Names => ({ wanted: [], excluded: [] });
  const parsed = { terms: [] as Term[], hashtags: [] as Term[], channels: names(), users: names(), extensions: names(), from_ms: 0, until_ms: Infinity, excluded: [] as { from_ms: number; until_ms: number }[] };
  const words = splitWords(line);
  for (let i = 0; i < words.length; i++) {
    const flag = flagOf(words[i]!);
    if (!flag || (!flag.value && i + 1 >= words.length)) {
      addTerm(parsed, words[i]!);
      continue;
    }
    addFlag(parsed, flag.name, (flag.value || words[++i]!).replaceAll('"', ''), flag.is_negated, offset_s);
  }
  return parsed;
}

/** Whether nothing at all narrows the search: then it finds nothing. */
export function isEmpty({ terms, hashtags, channels, users, extensions, from_ms, until_ms, excluded }: ParsedSearch): boolean {
  const names = [channels, users, extensions].flatMap((n) => [...n.wanted, ...n.excluded]);
  return !terms.length && !hashtags.length && !names.length && from_ms === 0 && until_ms === Infinity && !excluded.length;
}

// Quotation marks hold words together, also behind a minus.
function splitWords(line: string): string[] {
  return line.match(/-?"[^"]*"?|[^\s"]+/g) ?? [];
}

function flagOf(word: string): { name: string; value: string; is_negated: boolean } | undefined {
  const colon = word.indexOf(':');
  if (colon < 0 || word.includes('"')) return undefined;
  const is_negated = word.startsWith('-');
  const name = word.slice(is_negated ? 1 : 0, colon).toLowerCase();
  return FLAGS.has(name) ? { name, value: word.slice(colon + 1), is_negated } : undefined;
}

function addFlag(parsed: ReturnType<typeof parseSearch>, name: string, value: string, is_negated: boolean, offset_s: number): void {
  if (name === 'in' || name === 'channel') return void parsed.channels[is_negated ? 'excluded' : 'wanted'].push(value.toLowerCase());
  if (name === 'from') return void parsed.users[is_negated ? 'excluded' : 'wanted'].push(value.replace(/^@/, '').toLowerCase());
  if (name === 'ext') return void parsed.extensions[is_negated ? 'excluded' : 'wanted'].push(value.replace(/^\./, '').toLowerCase());
  const day = dayOf(value, offset_s);
  if (day === undefined) return;
  const span = name === 'on' ? { from_ms: day, until_ms: day + DAY_MS } : name === 'after' ? { from_ms: day + DAY_MS, until_ms: Infinity } : { from_ms: 0, until_ms: day };
  if (is_negated) return void parsed.excluded.push(span);
  Object.assign(parsed, { from_ms: Math.max(parsed.from_ms, span.from_ms), until_ms: Math.min(parsed.until_ms, span.until_ms) });
}

/** When a local day begins, in ms UTC. */
function dayOf(text: string, offset_s: number): number | undefined {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? at - offset_s * 1000 : undefined;
}

function addTerm(parsed: ReturnType<typeof parseSearch>, raw: string): void {
  const is_negated = raw.startsWith('-');
  const bare = is_negated ? raw.slice(1) : raw;
  if (bare.startsWith('"')) {
    const text = bare.replaceAll('"', '').trim();
    if (/[\p{L}\p{N}]/u.test(text)) parsed.terms.push({ text: text.replace(/\*+$/, ''), is_phrase: true, is_prefix: text.endsWith('*'), is_negated });
    return;
  }
  const word = bare.replace(START, '').replace(END, '').replace(/\*{2,}$/, '*');
  const text = word.replace(/\*+$/, '');
  if (!/[\p{L}\p{N}]/u.test(text)) return;
  const term = { text, is_phrase: false, is_prefix: word.endsWith('*'), is_negated };
  if (HASHTAG.test(word)) parsed.hashtags.push({ ...term, text: text.toLowerCase() });
  else parsed.terms.push({ ...term, text: text.replace(/^#+/, '') });
}
