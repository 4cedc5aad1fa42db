import type { ReactNode } from 'react';
import styles from './SettingsSection.module.css';

/** A titled group of settings on a page of the settings dialog. */
export function SettingsSection({ title, text, children }: { title: ReactNode; text?: ReactNode; children: ReactNode }): ReactNode {
  return (
    <section className={styles.section}>
      <header>
        <h3 className={styles.title}>{title}</h3>
        {text && <p className={styles.text}>{text}</p>}
      </header>
      {children}
    </section>
  );
}
