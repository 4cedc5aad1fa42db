import { useMemo, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { Row } from '../../posts.rows.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, PageUp: -8, PageDown: 8 };
const REACHED = new Set(['post', 'pending', 'activity', 'intro']);

/** One row of the list is in the tab order; arrow keys move from row to row, other keys act on the row. */
export function useRovingRow(scroller: RefObject<HTMLElement | null>, rows: readonly Row[], list: RefObject<VirtualizerHandle | null>, on_row_key: ((row: Row, event: KeyboardEvent) => void) | undefined) {
  const [active_key, setActiveKey] = useState('');
  const is_pointing = useRef(false);
  const active_index = rows.findIndex((row) => row.key === active_key);
  const fallback = rows.findLast((row) => REACHED.has(row.kind))?.key ?? '';
  const kept = useMemo(() => (active_index >= 0 ? [active_index] : []), [active_index]);

  const focusRow = (index: number) => {
    const row = rows[index];
    if (!row) return;
    setActiveKey(row.key);
    list.current?.scrollToIndex(index, { align: 'nearest' });
    let tries = 10;
    const focus = () => {
      const element = scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.key)}"]`);
      if (element) element.focus({ preventScroll: true });
      else if (tries-- > 0) requestAnimationFrame(focus);
    };
    requestAnimationFrame(focus);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const element = target.closest<HTMLElement>('[data-row]');
    const index = rows.findIndex((row) => row.key === element?.dataset.row);
    // A click puts the focus on a row too; then letters are meant for the composer.
    if (index < 0 || element?.hasAttribute('data-by-pointer') || isTextField(target)) return;
    if (target !== element) {
      if (event.key.length === 1 && event.key !== ' ') on_row_key?.(rows[index]!, event);
      return;
    }
    const step = event.key === 'Home' ? -rows.length : event.key === 'End' ? rows.length : STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return on_row_key?.(rows[index]!, event);
    event.preventDefault();
    focusRow(nextReached(rows, index, step));
  };
  const onFocus = (event: FocusEvent) => {
    const element = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    element?.toggleAttribute('data-by-pointer', is_pointing.current);
    if (element?.dataset.row) setActiveKey(element.dataset.row);
  };
  const onPointerDown = () => {
    is_pointing.current = true;
    setTimeout(() => (is_pointing.current = false));
  };
  return { tabbable_key: active_index >= 0 ? active_key : fallback, kept, onKeyDown, onFocus, onPointerDown };
}

function isTextField(element: HTMLElement): boolean {
  return element.matches('input, textarea, select, [contenteditable]');
}

function nextReached(rows: readonly Row[], from: number, step: number): number {
  const direction = Math.sign(step);
  let index = Math.max(0, Math.min(rows.length - 1, from + step));
  while (rows[index] && !REACHED.has(rows[index]!.kind)) index += direction;
  if (rows[index]) return index;
  index -= direction;
  while (rows[index] && !REACHED.has(rows[index]!.kind)) index -= direction;
  return rows[index] ? index : from;
}
