import type { ReactNode } from 'react';
import { useT } from '../i18n/i18n.ts';
import { useConfig } from '../state/config.state.ts';
import styles from './BarePage.module.css';
import { Logo } from './Logo.tsx';
import { shell_messages as m } from './shell.messages.ts';

export type BarePageProps = { title: ReactNode; text?: ReactNode; children: ReactNode; foot?: ReactNode };

/** A page without the frame: log-in, sign-up, choosing a team. */
export function BarePage({ title, text, children, foot }: BarePageProps): ReactNode {
  const t = useT();
  const site_name = useConfig('SiteName') || 'Muster';
  const description = useConfig('CustomDescriptionText');
  return (
    <div className={styles.page}>
      <aside className={styles.side} aria-label={site_name}>
        <div className={styles.brand}><Logo size={28} />{site_name}</div>
        <p className={styles.statement}>{description || t(m.statement)}</p>
        <Traces />
      </aside>
      <main className={styles.main}>
        <div className={styles.card}>
          <div className={styles.small_brand}><Logo size={28} />{site_name}</div>
          <h1 className={styles.title}>{title}</h1>
          {text && <p className={styles.text}>{text}</p>}
          <div className={styles.content}>{children}</div>
          {foot && <p className={styles.foot}>{foot}</p>}
        </div>
      </main>
    </div>
  );
}

// Many lines that come together in one point: what the product is about.
function Traces(): ReactNode {
  return (
    <svg className={styles.traces} viewBox="0 0 400 300" fill="none" aria-hidden="true" preserveAspectRatio="xMidYMax slice">
      <path d="M-20 40C120 40 120 190 230 190H420" />
      <path d="M-20 100C110 100 130 190 230 190" />
      <path d="M-20 170C90 170 140 190 230 190" />
      <path d="M-20 250C100 250 130 190 230 190" />
      <path d="M60 320C110 260 150 190 230 190" />
      <circle cx="230" cy="190" r="6" className={styles.point} />
      <circle cx="230" cy="190" r="14" className={styles.ring} />
    </svg>
  );
}
