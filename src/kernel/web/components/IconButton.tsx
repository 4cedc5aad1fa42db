import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import styles from './IconButton.module.css';
import { Tooltip } from './Tooltip.tsx';

export type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> & {
  /** What it does: the tooltip and the accessible name. */
  label: string;
  icon: ReactNode;
  size?: 'm' | 's';
  keys?: string;
  is_active?: boolean;
  /** `rail`: on the dark frame. */
  tone?: 'plain' | 'rail';
  tooltip_side?: 'top' | 'right' | 'bottom' | 'left';
  ref?: Ref<HTMLButtonElement>;
};

export function IconButton({ label, icon, size = 'm', keys, is_active = false, tone = 'plain', tooltip_side = 'top', className, ...rest }: IconButtonProps): ReactNode {
  const class_name = classNames(styles.button, styles[tone], size === 's' && styles.small, is_active && styles.active, className);
  return (
    <Tooltip label={label} keys={keys} side={tooltip_side}>
      <button type="button" aria-label={label} className={class_name} {...rest}>{icon}</button>
    </Tooltip>
  );
}
