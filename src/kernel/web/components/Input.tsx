import type { InputHTMLAttributes, ReactNode, Ref, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import styles from './Input.module.css';

export type InputProps = InputHTMLAttributes<HTMLInputElement> & {
  /** Shown inside, before the text. */
  icon?: ReactNode;
  /** Shown inside, after the text, e.g. a button. */
  end?: ReactNode;
  ref?: Ref<HTMLInputElement>;
};

export function Input({ icon, end, className, ...rest }: InputProps): ReactNode {
  if (!icon && !end) return <input className={classNames(styles.input, className)} {...rest} />;
  return (
    <span className={classNames(styles.input, styles.group, className)}>
      {icon && <span className={styles.icon}>{icon}</span>}
      <input className={styles.inner} {...rest} />
      {end}
    </span>
  );
}

export function TextArea({ className, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> }): ReactNode {
  return <textarea className={classNames(styles.input, styles.area, className)} rows={3} {...rest} />;
}

export function Select({ className, ...rest }: SelectHTMLAttributes<HTMLSelectElement>): ReactNode {
  return <select className={classNames(styles.input, styles.select, className)} {...rest} />;
}
