import { nameInTone, withTone, type EmojiCatalogue, type EmojiGroup, type SkinTone, type SystemEmoji } from './emoji.catalogue.ts';

/** One cell of the picker; `text` is absent for custom emoji. */
export type PickerCell = { readonly name: string; readonly text?: string };
export type PickerSection = 'recent' | 'results' | 'custom' | EmojiGroup;
export type PickerRow = { readonly kind: 'heading'; readonly section: PickerSection } | { readonly kind: 'cells'; readonly section: PickerSection; readonly cells: readonly PickerCell[] };

export const COLUMNS = 9;

/** All sections of the picker as rows of equal width. */
export function sectionRows(catalogue: EmojiCatalogue, recent: readonly PickerCell[], custom: readonly string[], tone: SkinTone | ''): PickerRow[] {
  const rows = addSection([], 'recent', recent);
  addSection(rows, 'custom', custom.map((name) => ({ name })));
  for (const [group, emojis] of catalogue.groups) addSection(rows, group, emojis.filter((emoji) => emoji.is_offered).map((emoji) => toCell(emoji, tone)));
  return rows;
}

export function resultRows(custom: readonly string[], emojis: readonly SystemEmoji[], tone: SkinTone | ''): PickerRow[] {
  return addSection([], 'results', [...custom.map((name) => ({ name })), ...emojis.map((emoji) => toCell(emoji, tone))]);
}

/** Where a cell is: its row among all rows and its column. */
export type CellPlace = { readonly row: number; readonly column: number };

/** The cell that an arrow key leads to; rows of headings are skipped, the ends hold still. */
export function moveCell(rows: readonly PickerRow[], from: CellPlace, key: string): CellPlace {
  const width = (row: number) => (rows[row]?.kind === 'cells' ? (rows[row] as { cells: readonly PickerCell[] }).cells.length : 0);
  if (key === 'ArrowRight' && from.column + 1 < width(from.row)) return { ...from, column: from.column + 1 };
  if (key === 'ArrowLeft' && from.column > 0) return { ...from, column: from.column - 1 };
  const step = key === 'ArrowDown' || key === 'ArrowRight' ? 1 : -1;
  let row = from.row + step;
  while (row >= 0 && row < rows.length && width(row) === 0) row += step;
  if (width(row) === 0) return from;
  if (key === 'ArrowRight') return { row, column: 0 };
  if (key === 'ArrowLeft') return { row, column: width(row) - 1 };
  return { row, column: Math.min(from.column, width(row) - 1) };
}

export function cellAt(rows: readonly PickerRow[], place: CellPlace): PickerCell | undefined {
  const row = rows[place.row];
  return row?.kind === 'cells' ? row.cells[place.column] : undefined;
}

function addSection(rows: PickerRow[], section: PickerSection, cells: readonly PickerCell[]): PickerRow[] {
  if (!cells.length) return rows;
  rows.push({ kind: 'heading', section });
  for (let at = 0; at < cells.length; at += COLUMNS) rows.push({ kind: 'cells', section, cells: cells.slice(at, at + COLUMNS) });
  return rows;
}

function toCell(emoji: SystemEmoji, tone: SkinTone | ''): PickerCell {
  return { name: nameInTone(emoji, tone), text: tone && emoji.has_skin_tones ? withTone(emoji.text, tone) : emoji.text };
}
