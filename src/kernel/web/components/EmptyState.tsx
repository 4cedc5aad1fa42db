import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

export type EmptyStateProps = { icon?: ReactNode; title?: ReactNode; text: ReactNode; action?: ReactNode };

/** Where nothing is yet: one sentence that teaches and one button. */
export function EmptyState({ icon, title, text, action }: EmptyStateProps): ReactNode {
  return (
    <div className={styles.empty}>
      {icon && <span className={styles.icon}>{icon}</span>}
      {title && <h2 className={styles.title}>{title}</h2>}
      <p className={styles.text}>{text}</p>
      {action}
    </div>
  );
}
