import { Check, ChevronRight } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Menu.module.css';
import { overlaysRoot } from './overlays.ts';

export type MenuProps = {
  /** The button that opens it. */
  trigger: ReactElement;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  on_open_change?: (is_open: boolean) => void;
  children: ReactNode;
};

/** A menu of actions below its button; arrow keys and first letters move in it. */
export function Menu({ trigger, align = 'start', side = 'bottom', on_open_change, children }: MenuProps): ReactNode {
  return (
    <Radix.Root modal={false} {...(on_open_change ? { onOpenChange: on_open_change } : {})}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={overlaysRoot()}>
        <Radix.Content className={styles.menu} align={align} side={side} sideOffset={6} collisionPadding={8} loop>{children}</Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export type MenuItemProps = {
  icon?: ReactNode;
  /** At the end of the line: keys or a state. */
  hint?: ReactNode;
  tone?: 'plain' | 'bad';
  is_disabled?: boolean;
  /** Shows a tick: the item is one of several choices or on/off. */
  is_checked?: boolean;
  on_select: () => void;
  children: ReactNode;
};

export function MenuItem({ icon, hint, tone = 'plain', is_disabled = false, is_checked, on_select, children }: MenuItemProps): ReactNode {
  const body = (
    <>
      {icon && <span className={styles.icon}>{icon}</span>}
      <span className={styles.label}>{children}</span>
      {hint && <span className={styles.hint}>{hint}</span>}
      {is_checked && <Check size={15} className={styles.tick} />}
    </>
  );
  const class_name = classNames(styles.item, tone === 'bad' && styles.bad);
  if (is_checked === undefined) return <Radix.Item className={class_name} disabled={is_disabled} onSelect={on_select}>{body}</Radix.Item>;
  return <Radix.CheckboxItem className={class_name} checked={is_checked} disabled={is_disabled} onSelect={on_select}>{body}</Radix.CheckboxItem>;
}

export function MenuSeparator(): ReactNode {
  return <Radix.Separator className={styles.separator} />;
}

export function MenuLabel({ children }: { children: ReactNode }): ReactNode {
  return <Radix.Label className={styles.heading}>{children}</Radix.Label>;
}

/** An item that opens a further menu beside it. */
export function SubMenu({ label, icon, hint, children }: { label: ReactNode; icon?: ReactNode; hint?: ReactNode; children: ReactNode }): ReactNode {
  return (
    <Radix.Sub>
      <Radix.SubTrigger className={styles.item}>
        {icon && <span className={styles.icon}>{icon}</span>}
        <span className={styles.label}>{label}</span>
        {hint && <span className={styles.hint}>{hint}</span>}
        <ChevronRight size={15} className={styles.tick} />
      </Radix.SubTrigger>
      <Radix.Portal container={overlaysRoot()}>
        <Radix.SubContent className={styles.menu} sideOffset={4} collisionPadding={8} loop>{children}</Radix.SubContent>
      </Radix.Portal>
    </Radix.Sub>
  );
}
