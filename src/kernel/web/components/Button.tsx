import { Slot } from 'radix-ui';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import styles from './Button.module.css';
import { Spinner } from './Spinner.tsx';

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** `primary`: at most one for each view. */
  variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  size?: 'm' | 's';
  icon?: ReactNode;
  /** Shows that the call is under way and takes no second press. */
  is_busy?: boolean;
  is_wide?: boolean;
  /** Renders the only child (a link) with the button's look. */
  as_child?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

export function Button({ variant = 'plain', size = 'm', icon, is_busy = false, is_wide = false, as_child = false, className, children, disabled, ...rest }: ButtonProps): ReactNode {
  const class_name = classNames(styles.button, styles[variant], size === 's' && styles.small, is_wide && styles.wide, className);
  if (as_child) return <Slot.Root className={class_name} {...rest}>{children}</Slot.Root>;
  return (
    <button type="button" className={class_name} disabled={disabled || is_busy} aria-busy={is_busy || undefined} {...rest}>
      {is_busy ? <Spinner size={14} /> : icon}
      {children}
    </button>
  );
}
