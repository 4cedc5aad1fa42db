import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

export type EmptyStateProps = {
  icon?: ReactNode;
  title?: ReactNode;
  text: ReactNode;
  action?: ReactNode;
  /** It is all there is on the page: its title is the page's. */
  is_page?: boolean;
};

/** Where nothing is yet: one sentence that teaches and one button. */
export function EmptyState({ icon, title, text, action, is_page = false }: EmptyStateProps): ReactNode {
  const Title = is_page ? 'h1' : 'h2';
  return (
    <div className={styles.empty}>
      {icon && <span className={styles.icon}>{icon}</span>}
      {title && <Title className={styles.title}>{title}</Title>}
      <p className={styles.text}>{text}</p>
      {action}
    </div>
  );
}
