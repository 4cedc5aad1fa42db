import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { Row } from '../../posts.rows.ts';
import { isWritten, wasPrepended } from '../../scrolling.rules.ts';

/** Where a list opens: at its end, or at a row. */
export type ScrollStart = { readonly at: 'bottom' | 'top' } | { readonly at: 'row'; readonly key: string; readonly align: 'start' | 'center' };

type ScrollHooks = { rows: readonly Row[]; is_newest: boolean; on_older: () => void; on_newer: () => void; on_bottom: (is_at_bottom: boolean) => void };

const NEAR_BOTTOM_PX = 32;
const LOAD_AHEAD_PX = 900;
const START_SPACE_PX = 56;
const STILL_FRAMES = 3;
const SETTLE_FRAMES_MAX = 40;

export type Scrolling = {
  readonly list: RefObject<VirtualizerHandle | null>;
  readonly is_shift: boolean;
  /** False until the list has found the place where it opens. */
  readonly is_ready: boolean;
  readonly is_at_bottom: boolean;
  readonly onScroll: () => void;
  readonly onResize: () => void;
  readonly toBottom: () => void;
};

/** Keeps a list where it belongs: at its place while older rows come in, at the end while the person is there. */
export function useScrolling(scroller: RefObject<HTMLElement | null>, hooks: ScrollHooks, start: ScrollStart): Scrolling {
  const { rows } = hooks;
  const list = useRef<VirtualizerHandle>(null);
  const is_sticking = useRef(start.at === 'bottom');
  const before = useRef<{ top: number; height: number; rows: readonly Row[] }>({ top: 0, height: 0, rows });
  const latest = useRef(hooks);
  latest.current = hooks;
  const [is_at_bottom, setAtBottom] = useState(start.at === 'bottom');
  const is_shift = wasPrepended(before.current.rows, rows);

  const stick = useCallback(() => {
    const element = scroller.current;
    if (element && is_sticking.current) element.scrollTop = element.scrollHeight;
  }, [scroller]);
  const note = useCallback((is_bottom: boolean) => {
    is_sticking.current = is_bottom && latest.current.is_newest;
    setAtBottom(is_bottom);
  }, []);
  const { is_ready, is_settled } = useOpening(rows, start, list, scroller, is_sticking, stick);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    // While the list looks for its place, its own movements mean nothing.
    if (!element || !is_settled.current) return;
    const { top, height } = before.current;
    before.current.top = element.scrollTop;
    before.current.height = element.scrollHeight;
    const is_near = distanceToBottom(element) < NEAR_BOTTOM_PX;
    // Rows that change their size move the list too; only the person's own upward scroll leaves the end.
    if (is_near) note(true);
    else if (!is_sticking.current || (element.scrollTop < top - 1 && element.scrollHeight >= height)) note(false);
    loadNearby(element, latest.current);
  }, [scroller, note, is_settled]);

  useLayoutEffect(() => {
    // Who writes wants to see it: one's own new message is followed from wherever the list was.
    if (isWritten(before.current.rows, rows)) note(true);
    before.current.rows = rows;
    stick();
  }, [rows, note, stick]);
  useEffect(() => {
    if (is_ready && scroller.current) loadNearby(scroller.current, latest.current);
  }, [rows, is_ready, scroller]);
  // A list that opens at its end, or fits whole, never scrolls: it is at the end all the same.
  useEffect(() => {
    if (is_ready && scroller.current && distanceToBottom(scroller.current) < NEAR_BOTTOM_PX) note(true);
  }, [rows, is_ready, note, scroller]);
  useEffect(() => latest.current.on_bottom(is_ready && is_at_bottom), [is_ready, is_at_bottom]);

  const toBottom = useCallback(() => {
    is_sticking.current = true;
    setAtBottom(true);
    stick();
  }, [stick]);
  return { list, is_shift, is_ready, is_at_bottom, onScroll, onResize: stick, toBottom };
}

function loadNearby(element: HTMLElement, { rows, on_older, on_newer }: ScrollHooks): void {
  if (rows[0]?.kind === 'older' && element.scrollTop < LOAD_AHEAD_PX) on_older();
  if (rows.at(-1)?.kind === 'newer' && distanceToBottom(element) < LOAD_AHEAD_PX) on_newer();
}

// Rows are measured while the list looks for its place: it stays invisible until it stands still.
function useOpening(rows: readonly Row[], start: ScrollStart, list: RefObject<VirtualizerHandle | null>, scroller: RefObject<HTMLElement | null>, is_sticking: RefObject<boolean>, stick: () => void) {
  const [is_ready, setReady] = useState(false);
  const is_settled = useRef(false);
  const is_opened = useRef(false);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (is_opened.current || rows.length === 0 || !element) return;
    is_opened.current = true;
    let frames = 0;
    let still = 0;
    let request = 0;
    const settle = () => {
      const top = element.scrollTop;
      if (start.at === 'row') bringToPlace(element, list.current, rows, start);
      else stick();
      still = Math.abs(element.scrollTop - top) < 2 ? still + 1 : 0;
      if (still < STILL_FRAMES && frames++ < SETTLE_FRAMES_MAX) {
        request = requestAnimationFrame(settle);
        return;
      }
      is_sticking.current = start.at !== 'top' && distanceToBottom(element) < NEAR_BOTTOM_PX;
      is_settled.current = true;
      setReady(true);
      element.dispatchEvent(new Event('scroll'));
    };
    settle();
    return () => cancelAnimationFrame(request);
  // Only the first rows open the list.
  }, [rows.length > 0]);
  return { is_ready, is_settled };
}

function bringToPlace(element: HTMLElement, list: VirtualizerHandle | null, rows: readonly Row[], { key, align }: { key: string; align: 'start' | 'center' }): void {
  const row = element.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`);
  if (!row) {
    const index = rows.findIndex((one) => one.key === key);
    if (index >= 0 && list) element.scrollTop = list.getItemOffset(index);
    return;
  }
  const box = row.getBoundingClientRect();
  const wanted = align === 'start' ? START_SPACE_PX : Math.max(START_SPACE_PX, (element.clientHeight - box.height) / 2);
  element.scrollTop += box.top - element.getBoundingClientRect().top - wanted;
}

function distanceToBottom(element: HTMLElement): number {
  return element.scrollHeight - element.scrollTop - element.clientHeight;
}
