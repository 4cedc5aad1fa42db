import { useCallback, useEffect, useState, type RefObject } from 'react';

export type HiddenUnread = { above: boolean; below: boolean; showAbove: () => void; showBelow: () => void };

/** Whether unread channels are scrolled out of sight, and how to bring them back. */
export function useHiddenUnread(scroller: RefObject<HTMLElement | null>, changed_with: unknown): HiddenUnread {
  const [hidden, setHidden] = useState({ above: false, below: false });
  const measure = useCallback(() => {
    const box = scroller.current?.getBoundingClientRect();
    if (!box) return;
    const rows = unreadRows(scroller.current);
    const above = rows.some((row) => row.getBoundingClientRect().bottom < box.top + 8);
    const below = rows.some((row) => row.getBoundingClientRect().top > box.bottom - 8);
    setHidden((before) => (before.above === above && before.below === below ? before : { above, below }));
  }, [scroller]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    element.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [scroller, measure]);
  useEffect(measure, [measure, changed_with]);
  const show = (is_wanted: (row: Element, box: DOMRect) => boolean, from_end: boolean): void => {
    const box = scroller.current!.getBoundingClientRect();
    const rows = unreadRows(scroller.current).filter((row) => is_wanted(row, box));
    (from_end ? rows.at(-1) : rows[0])?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  };
  return {
    ...hidden,
    showAbove: () => show((row, box) => row.getBoundingClientRect().bottom < box.top + 8, true),
    showBelow: () => show((row, box) => row.getBoundingClientRect().top > box.bottom - 8, false),
  };
}

function unreadRows(element: HTMLElement | null): Element[] {
  return [...(element?.querySelectorAll('[data-unread]') ?? [])];
}
