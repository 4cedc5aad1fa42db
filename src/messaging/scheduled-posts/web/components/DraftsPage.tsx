import { PencilLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCurrentTeam } from '#identity/teams/web/index.ts';
import { EmptyState, useT } from '#kernel/web/index.ts';
import { scheduled_messages as m } from '../scheduled.messages.ts';
import { useWaiting } from '../useWaiting.ts';
import { DraftRow } from './DraftRow.tsx';
import styles from './DraftsPage.module.css';
import { ScheduledRow } from './ScheduledRow.tsx';

/** Everything that is not sent yet: drafts, and what waits for its time. */
export default function DraftsPage(): ReactNode {
  const t = useT();
  const { drafts, scheduled } = useWaiting(useCurrentTeam()?.id ?? '');
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <PencilLine size={18} aria-hidden="true" />
        <h1 className={styles.title}>{t(m.page)}</h1>
      </header>
      <div className={styles.items}>
        {!drafts.length && !scheduled.length && <EmptyState icon={<PencilLine size={20} />} title={t(m.none_title)} text={t(m.none)} />}
        {scheduled.length > 0 && <h2 className={styles.heading}>{t(m.scheduled)}</h2>}
        {scheduled.length > 0 && <ul>{scheduled.map((post) => <ScheduledRow key={post.id} post={post} />)}</ul>}
        {drafts.length > 0 && <h2 className={styles.heading}>{t(m.unsent)}</h2>}
        {drafts.length > 0 && <ul>{drafts.map((waiting) => <DraftRow key={waiting.key} waiting={waiting} />)}</ul>}
      </div>
    </div>
  );
}
