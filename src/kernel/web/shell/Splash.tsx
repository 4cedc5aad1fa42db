import type { ReactNode } from 'react';
import { common_messages } from '../components/common.messages.ts';
import { useT } from '../i18n/i18n.ts';
import styles from './Splash.module.css';

/** The frame's outline while the page loads; it does not move when the content arrives. */
export function Splash(): ReactNode {
  const t = useT();
  return (
    <div className={styles.splash} role="status">
      <span className="visually-hidden">{t(common_messages.loading)}</span>
      <div className={styles.surface} />
    </div>
  );
}
