import { lazy, Suspense, useState, type ReactElement, type ReactNode } from 'react';
import { Popover, useT } from '#kernel/web/index.ts';
import { emoji_messages as m } from '../../emoji.messages.ts';
import styles from './EmojiPicker.module.css';

const EmojiPicker = lazy(() => import('./EmojiPicker.tsx'));

export type EmojiPickerButtonProps = {
  /** The button that opens the picker. */
  trigger: ReactElement;
  side?: 'top' | 'bottom';
  align?: 'start' | 'end';
  on_pick: (name: string) => void;
  on_open_change?: (is_open: boolean) => void;
};

/** A button with the emoji picker behind it. The picker's code and names are fetched when it opens. */
export function EmojiPickerButton({ trigger, side = 'top', align = 'end', on_pick, on_open_change }: EmojiPickerButtonProps): ReactNode {
  const t = useT();
  const [is_open, setOpen] = useState(false);
  const change = (next: boolean) => {
    setOpen(next);
    on_open_change?.(next);
  };
  return (
    <Popover trigger={trigger} label={t(m.picker)} side={side} align={align} is_open={is_open} on_open_change={change} is_flush>
      <Suspense fallback={<div className={styles.picker} />}>
        <EmojiPicker
          on_pick={(name) => {
            change(false);
            on_pick(name);
          }}
        />
      </Suspense>
    </Popover>
  );
}
