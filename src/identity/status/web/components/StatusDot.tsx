import type { ReactNode } from 'react';
import type { StatusValue } from '#identity/status/wire/index.ts';
import { classNames, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { status_messages } from '../status.messages.ts';
import { useStatus } from '../status.state.ts';
import styles from './StatusDot.module.css';

/** A person's presence as a dot; the shape differs as well as the colour. */
export function StatusDot({ user_id, className }: { user_id: Id; className?: string }): ReactNode {
  const t = useT();
  const status = useStatus(user_id) ?? 'offline';
  return <StatusMark status={status} label={t(status_messages[status])} className={className} />;
}

export function StatusMark({ status, label, className }: { status: StatusValue; label?: string; className?: string | undefined }): ReactNode {
  return <span className={classNames(styles.dot, styles[status], className)} role={label ? 'img' : undefined} aria-label={label} aria-hidden={label ? undefined : true} />;
}
