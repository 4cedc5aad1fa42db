/** What a person is about to write: a name that can be completed, and where it stands in the text. */
export type Trigger = { readonly kind: 'person' | 'channel' | 'emoji' | 'command'; readonly term: string; readonly from: number; readonly to: number };

/** A text with its selection. */
export type Selected = { readonly text: string; readonly start: number; readonly end: number };

const PERSON = /(?:^|[\s([{"'*_~>|,;-])@([\p{L}\p{N}._-]*)$/u;
const CHANNEL = /(?:^|[\s([{"'*_>|,;-])~([\p{L}\p{N}._-]*)$/u;
const EMOJI = /(?:^|[\s([{"'*_~>|,;:-]):([a-z0-9_+-]{2,})$/i;
const FENCE = /^\s*(```|~~~)/;

/** Finds what can be completed before the caret; nothing inside of code. */
export function findTrigger(text: string, caret: number): Trigger | undefined {
  const before = text.slice(0, caret);
  if (before.startsWith('/') && !before.includes('\n')) return { kind: 'command', term: before, from: 0, to: caret };
  if (isInsideFence(text, caret) || isInsideInlineCode(before)) return undefined;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  for (const [kind, pattern] of [['person', PERSON], ['channel', CHANNEL], ['emoji', EMOJI]] as const) {
    const term = pattern.exec(line)?.[1];
    if (term !== undefined) return { kind, term, from: caret - term.length - 1, to: caret };
  }
  return undefined;
}

/** True between the lines of an open code fence: there a new line is wanted more than sending. */
export function isInsideFence(text: string, caret: number): boolean {
  return text.slice(0, caret).split('\n').filter((line) => FENCE.test(line)).length % 2 === 1;
}

/** Puts marks around the selection, or takes them away where they are. */
export function toggleMark({ text, start, end }: Selected, mark: string): Selected {
  const before = text.slice(0, start);
  const selected = text.slice(start, end);
  const after = text.slice(end);
  const is_single = mark === '*' && (before.endsWith('**') || after.startsWith('**'));
  if (before.endsWith(mark) && after.startsWith(mark) && !is_single)
    return { text: before.slice(0, -mark.length) + selected + after.slice(mark.length), start: start - mark.length, end: end - mark.length };
  return { text: before + mark + selected + mark + after, start: start + mark.length, end: end + mark.length };
}

/** Makes the selection a link, with the address selected to be written next. */
export function makeLink({ text, start, end }: Selected, url = 'https://'): Selected {
  const label = text.slice(start, end) || 'text';
  const made = `[${label}](${url})`;
  const at = start + label.length + 3;
  return { text: text.slice(0, start) + made + text.slice(end), start: at, end: at + url.length };
}

/** Begins every selected line with a mark such as `- ` or `> `, or takes it away from all. */
export function toggleLines({ text, start, end }: Selected, mark: string): Selected {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lines = text.slice(from, end).split('\n');
  const is_marked = lines.every((line) => line.startsWith(mark));
  const changed = lines.map((line) => (is_marked ? line.slice(mark.length) : mark + line)).join('\n');
  const grown = changed.length - (end - from);
  return { text: text.slice(0, from) + changed + text.slice(end), start: Math.max(from, start + (is_marked ? -mark.length : mark.length)), end: end + grown };
}

/** Inline code, or a fence where the selection has several lines. */
export function toggleCode(selected: Selected): Selected {
  const inner = selected.text.slice(selected.start, selected.end);
  if (!inner.includes('\n')) return toggleMark(selected, '`');
  const made = `\`\`\`\n${inner}\n\`\`\``;
  return { text: selected.text.slice(0, selected.start) + made + selected.text.slice(selected.end), start: selected.start + 4, end: selected.start + 4 + inner.length };
}

/** What a new line begins with after this one: the next mark of a list or quote; null ends a list whose item is empty. */
export function continueLine(text: string, caret: number): string | null {
  const line = text.slice(text.lastIndexOf('\n', caret - 1) + 1, caret);
  const match = /^(\s*)(?:([-*+])(\s+)(\[[ xX]\]\s+)?|(\d+)([.)])(\s+)|(>)(\s?))(.*)$/.exec(line);
  if (!match) return '';
  const [, indent = '', bullet, gap = ' ', task, number, dot = '.', number_gap = ' ', quote, quote_gap = ' ', rest = ''] = match;
  if (!rest.trim()) return null;
  if (bullet) return `${indent}${bullet}${gap}${task ? '[ ] ' : ''}`;
  return quote ? `${indent}${quote}${quote_gap}` : `${indent}${Number(number) + 1}${dot}${number_gap}`;
}

/** A message or a command; a space before the slash makes it a message. */
export function isCommand(text: string): boolean {
  return /^\/[a-z]/i.test(text);
}

/** Letters left of the allowed ones; the server counts characters, not UTF-16 units. */
export function lettersLeft(text: string, max: number): number {
  return text.length * 2 < max ? max - text.length : max - [...text].length;
}

function isInsideInlineCode(before: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return (line.match(/`/g)?.length ?? 0) % 2 === 1;
}
