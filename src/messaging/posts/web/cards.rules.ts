/** The colour of a card's bar: the protocol's three words, a hex colour, or the quiet one. */
export function barColour(color: string | undefined): string {
  const named: Readonly<Record<string, string>> = { good: 'var(--good)', warning: 'var(--warn)', danger: 'var(--bad)' };
  const word = (color ?? '').trim().toLowerCase();
  if (Object.hasOwn(named, word)) return named[word]!;
  return /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.test(word) ? (word.startsWith('#') ? word : `#${word}`) : 'var(--line-firm)';
}

/** A fact's value as Markdown text; integrations send numbers and objects too. */
export function fieldText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? `\`${JSON.stringify(value)}\`` : String(value);
}

/** When the card is from, in ms; 0 = it does not say. Seconds and texts are understood. */
export function stampOf(ts: unknown): number {
  const number = typeof ts === 'string' && ts.trim() ? Number(ts) : ts;
  if (typeof number !== 'number' || !Number.isFinite(number) || number <= 0) return 0;
  const at = number < 1e11 ? number * 1000 : number;
  return at < 8.64e15 ? at : 0;
}

export type ActionLook = 'primary' | 'danger' | 'plain';

/** How a button of an integration looks. */
export function actionLook(style: string | undefined): ActionLook {
  if (style === 'primary' || style === 'good' || style === 'success') return 'primary';
  return style === 'danger' ? 'danger' : 'plain';
}
