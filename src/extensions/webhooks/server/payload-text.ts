/** Part of a foreign payload: anything may be in it, or nothing. */
export type Part = Readonly<Record<string, unknown>>;

/** What a path of names leads to: `valueAt(body, 'pull_request', 'user', 'login')`. */
export function valueAt(part: unknown, ...path: string[]): unknown {
  let value: unknown = part;
  for (const name of path) value = value !== null && typeof value === 'object' ? (value as Part)[name] : undefined;
  return value;
}

/** The text, or the number as text, that a path leads to; else ''. */
export function textAt(part: unknown, ...path: string[]): string {
  const value = valueAt(part, ...path);
  return typeof value === 'string' ? value : typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

/** The objects of the list that a path leads to. */
export function partsAt(part: unknown, ...path: string[]): Part[] {
  const value = valueAt(part, ...path);
  return Array.isArray(value) ? value.filter((one): one is Part => one !== null && typeof one === 'object' && !Array.isArray(one)) : [];
}

/** A foreign text that addresses nobody here: its @names stay readable and mention no one. */
export function quiet(text: string): string {
  return text.replace(/@(?=[\w.-])/g, '@\u2060');
}

/** The beginning of a text, cut at the end of a word. */
export function shorten(text: string, max: number): string {
  const trimmed = text.trim();
  if (trimmed.length <= max) return trimmed;
  const cut = trimmed.slice(0, max);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), max * 0.8)).trimEnd().replace(/\p{Surrogate}$/u, '')}…`;
}

/** The first line of a text. */
export function firstLine(text: string): string {
  return text.trim().split(/\r?\n/, 1)[0]!;
}

/** A Markdown link; the bare label where there is no address that a browser opens. */
export function link(label: string, url: string): string {
  const safe = label.replace(/[[\]\\]/g, '\\$&');
  return /^https?:\/\//i.test(url) ? `[${safe}](${safeUrl(url)})` : safe;
}

/** An address that ends no Markdown link early. */
export function safeUrl(url: string): string {
  return url.replace(/[()<>\s]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
