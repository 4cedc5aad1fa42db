import { memo, type ReactNode } from 'react';
import { classNames, useT } from '#kernel/web/index.ts';
import { emoji_messages as m } from '../../emoji.messages.ts';
import type { CellPlace, PickerRow } from '../../emoji.rows.ts';
import { Emoji, EmojiText } from '../Emoji/Emoji.tsx';
import styles from './EmojiPicker.module.css';

type PickerRowViewProps = {
  row: PickerRow;
  index: number;
  grid_id: string;
  /** −1 = none of this row. */
  chosen_column: number;
  on_pick: (name: string) => void;
  on_point: (place: CellPlace) => void;
};

/** A heading or up to nine emoji. */
export const PickerRowView = memo(function PickerRowView({ row, index, grid_id, chosen_column, on_pick, on_point }: PickerRowViewProps): ReactNode {
  const t = useT();
  if (row.kind === 'heading') return <div role="row" className={styles.heading}><span role="gridcell" aria-colspan={9}>{t(m[row.section])}</span></div>;
  return (
    <div role="row" className={styles.row}>
      {row.cells.map((cell, column) => (
        <button
          key={cell.name}
          type="button"
          role="gridcell"
          id={`${grid_id}-${index}-${column}`}
          tabIndex={-1}
          aria-label={cell.name.replace(/_/g, ' ')}
          aria-selected={column === chosen_column}
          className={classNames(styles.cell, column === chosen_column && styles.chosen)}
          onClick={() => on_pick(cell.name)}
          onPointerMove={() => column !== chosen_column && on_point({ row: index, column })}
        >
          {cell.text ? <EmojiText text={cell.text} size="large" /> : <Emoji name={cell.name} size="large" />}
        </button>
      ))}
    </div>
  );
});
