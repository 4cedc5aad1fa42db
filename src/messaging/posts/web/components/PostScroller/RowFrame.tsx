import { memo, useState, type FocusEvent, type MouseEvent, type ReactNode } from 'react';
import type { Row } from '../../posts.rows.ts';
import styles from './PostScroller.module.css';

type RowFrameProps = {
  row: Row;
  is_tabbable: boolean;
  draw: (row: Row, is_active: boolean, hold: (is_held: boolean) => void) => ReactNode;
};

/** One row of the list. It is active while the pointer or the focus is in it, or a menu of it is open. */
export const RowFrame = memo(function RowFrame({ row, is_tabbable, draw }: RowFrameProps): ReactNode {
  const [is_pointed, setPointed] = useState(false);
  const [is_tapped, setTapped] = useState(false);
  const [is_focused, setFocused] = useState(false);
  const [is_held, setHeld] = useState(false);
  const onBlur = (event: FocusEvent) => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    setFocused(false);
    setTapped(false);
  };
  // A finger does not hover: a tap makes the row active until the next one elsewhere.
  const onClick = (event: MouseEvent) => {
    if ((event.nativeEvent as PointerEvent).pointerType === 'touch') setTapped(true);
  };
  return (
    <div
      role="listitem"
      className={styles.row}
      data-row={row.key}
      tabIndex={is_tabbable ? 0 : -1}
      onPointerEnter={(event) => setPointed(event.pointerType !== 'touch')}
      onPointerLeave={() => setPointed(false)}
      onClick={onClick}
      onFocus={(event) => setFocused(event.target.matches(':focus-visible'))}
      onBlur={onBlur}
    >
      {draw(row, is_pointed || is_tapped || is_focused || is_held, setHeld)}
    </div>
  );
}, isSameRow);

function isSameRow(a: RowFrameProps, b: RowFrameProps): boolean {
  return a.is_tabbable === b.is_tabbable && a.draw === b.draw && (a.row === b.row || JSON.stringify(a.row) === JSON.stringify(b.row));
}
