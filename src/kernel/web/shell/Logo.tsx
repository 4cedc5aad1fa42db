import { useId, type ReactNode } from 'react';
import styles from './Logo.module.css';

/** The mark: an M whose middle reaches down to a point, as a muster point on a map does. */
export function Logo({ size = 24 }: { size?: number }): ReactNode {
  const gradient_id = useId();
  return (
    <svg className={styles.logo} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <defs>
        <linearGradient id={gradient_id} x1="3" y1="1" x2="21" y2="23" gradientUnits="userSpaceOnUse">
          <stop className={styles.from} />
          <stop offset="1" className={styles.to} />
        </linearGradient>
      </defs>
      <rect width="24" height="24" rx="7" fill={`url(#${gradient_id})`} />
      <path d="M6.4 16.6V8.1l5.6 6.5 5.6-6.5v8.5" fill="none" className={styles.line} strokeWidth="2.3" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
