import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './ListRow.module.css';

export type ListRowProps = {
  start?: ReactNode;
  title: ReactNode;
  text?: ReactNode;
  /** Buttons or a state at the end of the line. */
  end?: ReactNode;
  is_selected?: boolean;
  /** Makes the row's text a button. */
  on_click?: () => void;
};

/** One line of a dense list: tile, name, a soft line below, actions at the end. */
export function ListRow({ start, title, text, end, is_selected = false, on_click }: ListRowProps): ReactNode {
  const body = (
    <>
      {start}
      <span className={styles.texts}>
        <span className={styles.title}>{title}</span>
        {text && <span className={styles.text}>{text}</span>}
      </span>
    </>
  );
  return (
    <div className={classNames(styles.row, is_selected && styles.selected, on_click && styles.pressable)}>
      {on_click ? <button type="button" className={styles.main} onClick={on_click}>{body}</button> : <span className={styles.main}>{body}</span>}
      {end && <span className={styles.end}>{end}</span>}
    </div>
  );
}
