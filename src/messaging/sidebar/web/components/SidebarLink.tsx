import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { Badge, classNames } from '#kernel/web/index.ts';
import styles from './rows.module.css';

export type SidebarLinkProps = {
  to: string;
  icon: ReactNode;
  label: string;
  is_unread?: boolean;
  count?: number;
  tone?: 'alarm' | 'quiet';
};

/** A line of the sidebar that leads to a page, e.g. Threads. */
export function SidebarLink({ to, icon, label, is_unread = false, count = 0, tone = 'alarm' }: SidebarLinkProps): ReactNode {
  return (
    <NavLink to={to} className={({ isActive }) => classNames(styles.row, styles.link, isActive && styles.current, is_unread && styles.unread)}>
      <span className={styles.icon}>{icon}</span>
      <span className={styles.name}>{label}</span>
      <Badge count={count} tone={tone} />
    </NavLink>
  );
}
