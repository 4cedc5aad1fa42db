import { Popover as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import styles from './Popover.module.css';

export type PopoverProps = {
  trigger: ReactElement;
  /** The accessible name of the content. */
  label: string;
  side?: 'top' | 'right' | 'bottom' | 'left';
  align?: 'start' | 'center' | 'end';
  /** Give both to control it from outside. */
  is_open?: boolean;
  on_open_change?: (is_open: boolean) => void;
  /** Content without padding. */
  is_flush?: boolean;
  children: ReactNode;
};

/** Content beside the button that opened it. Escape and a click outside close it. */
export function Popover({ trigger, label, side = 'bottom', align = 'start', is_open, on_open_change, is_flush = false, children }: PopoverProps): ReactNode {
  return (
    <Radix.Root {...(is_open === undefined ? {} : { open: is_open })} {...(on_open_change ? { onOpenChange: on_open_change } : {})}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles.popover} data-flush={is_flush || undefined} side={side} align={align} sideOffset={6} collisionPadding={8} aria-label={label}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Closes the popover it is in, together with its own click. */
export const PopoverClose = Radix.Close;
