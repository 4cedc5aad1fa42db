import { RadioGroup, Switch as RadixSwitch } from 'radix-ui';
import { useId, type ReactNode } from 'react';
import styles from './Choice.module.css';

export type SwitchProps = { label: ReactNode; hint?: ReactNode; is_on: boolean; on_change: (is_on: boolean) => void; is_disabled?: boolean };

/** A setting that is on or off and takes effect at once. */
export function Switch({ label, hint, is_on, on_change, is_disabled = false }: SwitchProps): ReactNode {
  const id = useId();
  return (
    <div className={styles.row}>
      <div className={styles.text}>
        <label htmlFor={id} className={styles.label}>{label}</label>
        {hint && <p id={`${id}-hint`} className={styles.hint}>{hint}</p>}
      </div>
      <RadixSwitch.Root id={id} className={styles.switch} checked={is_on} onCheckedChange={on_change} disabled={is_disabled} aria-describedby={hint ? `${id}-hint` : undefined}>
        <RadixSwitch.Thumb className={styles.thumb} />
      </RadixSwitch.Root>
    </div>
  );
}

export type ChoiceOption<T extends string> = { value: T; label: ReactNode; hint?: ReactNode; icon?: ReactNode };
export type ChoiceProps<T extends string> = {
  label: string;
  value: T;
  options: ChoiceOption<T>[];
  on_change: (value: T) => void;
  /** `cards`: with icons and hints; `rows`: a plain list. */
  look?: 'cards' | 'rows';
};

/** One of a few options, all visible. */
export function Choice<T extends string>({ label, value, options, on_change, look = 'cards' }: ChoiceProps<T>): ReactNode {
  return (
    <RadioGroup.Root className={look === 'cards' ? styles.cards : styles.rows} aria-label={label} value={value} onValueChange={(next) => on_change(next as T)}>
      {options.map((option) => (
        <RadioGroup.Item key={option.value} value={option.value} className={look === 'cards' ? styles.card : styles.option}>
          <span className={styles.radio}><RadioGroup.Indicator className={styles.dot} /></span>
          {option.icon && <span className={styles.icon}>{option.icon}</span>}
          <span className={styles.text}>
            <span className={styles.label}>{option.label}</span>
            {option.hint && <span className={styles.hint}>{option.hint}</span>}
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
