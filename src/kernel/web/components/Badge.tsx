import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Badge.module.css';

/** A count. `alarm`: somebody waits for you; `quiet`: nice to know. Nothing at 0. */
export function Badge({ count, tone = 'alarm', label }: { count: number; tone?: 'alarm' | 'quiet'; label?: string }): ReactNode {
  if (count <= 0) return null;
  return (
    <span className={classNames(styles.badge, styles[tone])}>
      <span aria-hidden={label ? true : undefined}>{count > 99 ? '99+' : count}</span>
      {label && <span className="visually-hidden">{label}</span>}
    </span>
  );
}

export type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad';

/** A word of state beside a name: BOT, firing, private. */
export function Chip({ tone = 'plain', size = 'm', icon, children }: { tone?: Tone; size?: 'm' | 's'; icon?: ReactNode; children: ReactNode }): ReactNode {
  return <span className={classNames(styles.chip, styles[`tone_${tone}`], size === 's' && styles.small)}>{icon}{children}</span>;
}
