import type { ReactNode } from 'react';
import type { StatusValue } from '#identity/status/wire/index.ts';
import { classNames, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { status_messages } from '../status.messages.ts';
import { useStatus } from '../status.state.ts';
import styles from './StatusDot.module.css';

/** A person's presence as a dot; the shape differs as well as the colour. */
export function StatusDot({ user_id }: { user_id: Id }): ReactNode {
  const t = useT();
  const status = useStatus(user_id) ?? 'offline';
  return <StatusMark status={status} label={t(status_messages[status])} />;
}

export function StatusMark({ status, label }: { status: StatusValue; label?: string }): ReactNode {
  return <span className={classNames(styles.dot, styles[status])} role={label ? 'img' : undefined} aria-label={label} aria-hidden={label ? undefined : true} />;
}

/** Puts a presence dot on the corner of a tile, cut out of the surface below. */
export function WithStatus({ surface, dot, children }: { surface: 'rail' | 'sunken' | 'surface' | 'raised'; dot: ReactNode; children: ReactNode }): ReactNode {
  return (
    <span className={styles.tile}>
      {children}
      <span className={classNames(styles.corner, styles[`on_${surface}`])}>{dot}</span>
    </span>
  );
}
