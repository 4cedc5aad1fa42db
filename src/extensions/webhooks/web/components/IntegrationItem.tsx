import { ChevronRight, Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton, Menu, useT } from '#kernel/web/index.ts';
import { webhook_messages as m } from '../webhooks.messages.ts';
import type { IntegrationRow } from './IntegrationList.tsx';
import styles from './Integrations.module.css';

/** One integration in a list: its name and a line about it, a menu, and its details when it is open. */
export function IntegrationItem({ name, line, menu, row, children }: { name: string; line: string; menu: ReactNode; row: IntegrationRow; children: ReactNode }): ReactNode {
  const t = useT();
  return (
    <li className={styles.hook}>
      <div className={styles.row}>
        <button type="button" className={styles.open} aria-expanded={row.is_open} onClick={row.on_toggle}>
          <ChevronRight size={16} aria-hidden="true" className={row.is_open ? styles.turned : undefined} />
          <span className={styles.names}>
            <span className={styles.name}>{name}</span>
            <span className={styles.where}>{line}</span>
          </span>
        </button>
        <Menu align="end" trigger={<IconButton label={t(m.more, { name })} icon={<Ellipsis size={18} />} />}>{menu}</Menu>
      </div>
      {row.is_open && <div className={styles.details}>{children}</div>}
    </li>
  );
}

/** A part of the details under a heading. */
export function IntegrationSection({ heading, children }: { heading: string; children: ReactNode }): ReactNode {
  return <section className={styles.section}><h3 className={styles.heading}>{heading}</h3>{children}</section>;
}

/** What is copied or read letter by letter: an address, a secret. */
export function Literal({ children }: { children: string }): ReactNode {
  return <p className={styles.address}>{children}</p>;
}
