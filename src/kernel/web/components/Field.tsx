import { useId, type ReactNode } from 'react';
import styles from './Field.module.css';

/** What a control inside a Field must carry, so that label, hint and error belong to it. */
export type FieldControl = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do; replaces the hint. */
  error?: ReactNode;
  /** e.g. "optional", or a count of characters. */
  aside?: ReactNode;
  children: (control: FieldControl) => ReactNode;
};

/** A labelled control with its hint or error. */
export function Field({ label, hint, error, aside, children }: FieldProps): ReactNode {
  const id = useId();
  const note_id = `${id}-note`;
  const control: FieldControl = { id };
  if (hint || error) control['aria-describedby'] = note_id;
  if (error) control['aria-invalid'] = true;
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label htmlFor={id} className={styles.label}>{label}</label>
        {aside && <span className={styles.aside}>{aside}</span>}
      </div>
      {children(control)}
      {(error || hint) && <p id={note_id} className={error ? styles.error : styles.hint}>{error || hint}</p>}
    </div>
  );
}

/** Says above a form's buttons why it was refused. */
export function FormError({ children }: { children: ReactNode }): ReactNode {
  return children ? <p role="alert" className={styles.form_error}>{children}</p> : null;
}
