import { ArrowDown } from 'lucide-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Virtualizer } from 'virtua';
import { classNames, useT } from '#kernel/web/index.ts';
import { post_messages as m } from '../../posts.messages.ts';
import type { Row } from '../../posts.rows.ts';
import styles from './PostScroller.module.css';
import { RowFrame } from './RowFrame.tsx';
import { useRovingRow } from './useRovingRow.ts';
import { useScrolling, type ScrollStart } from './useScrolling.ts';

export type PostScrollerProps = {
  rows: readonly Row[];
  /** The list's name for screen readers. */
  label: string;
  start: ScrollStart;
  /** False while newer posts exist that are not loaded. */
  is_newest: boolean;
  /** How many posts below are new. */
  new_count: number;
  draw: (row: Row, is_active: boolean, hold: (is_held: boolean) => void) => ReactNode;
  on_older: () => void;
  on_newer: () => void;
  on_bottom: (is_at_bottom: boolean) => void;
  /** Loads the end where it is not loaded. */
  on_latest: () => void;
  on_row_key?: (row: Row, event: KeyboardEvent) => void;
  is_top_aligned?: boolean;
};

/** A list of messages of any length: keeps its place while pages come in, stays at the end only when it is there. */
export function PostScroller(props: PostScrollerProps): ReactNode {
  const { rows, label, start, is_newest, new_count, draw, on_latest, on_row_key, is_top_aligned = false } = props;
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const scrolling = useScrolling(scroller, props, start);
  const roving = useRovingRow(scroller, rows, scrolling.list, on_row_key);
  const is_pill_shown = scrolling.is_ready && (!scrolling.is_at_bottom || !is_newest);
  const jump = () => {
    if (!is_newest) on_latest();
    scrolling.toBottom();
  };
  return (
    <div className={styles.frame}>
      <div ref={scroller} className={classNames(styles.scroller, !scrolling.is_ready && styles.settling)} role="list" aria-label={label} tabIndex={-1} onKeyDown={roving.onKeyDown} onFocus={roving.onFocus} onPointerDown={roving.onPointerDown}>
        {!is_top_aligned && <div className={styles.rest} />}
        <Virtualizer ref={scrolling.list} data={rows} shift={scrolling.is_shift} bufferSize={600} keepMounted={roving.kept} scrollRef={scroller} onScroll={scrolling.onScroll} onResize={scrolling.onResize}>
          {(row: Row) => <RowFrame key={row.key} row={row} is_tabbable={row.key === roving.tabbable_key} draw={draw} />}
        </Virtualizer>
        <div className={styles.foot} />
      </div>
      {is_pill_shown && (
        <button type="button" className={classNames(styles.pill, new_count > 0 && styles.pill_new)} onClick={jump}>
          <ArrowDown size={14} aria-hidden="true" />
          {new_count > 0 ? t(m.new_below, { count: new_count }) : t(m.to_latest)}
        </button>
      )}
    </div>
  );
}
