import { Plus } from 'lucide-react';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { Button, EmptyState, failureText, FormError, Skeleton, useT, type MessageDescriptor } from '#kernel/web/index.ts';
import type { Id, Timestamp } from '#kernel/wire/index.ts';
import { webhook_messages as m } from '../webhooks.messages.ts';
import styles from './Integrations.module.css';

/** What a row of the list is told: whether its details are shown, and whom to tell of clicks and changes. */
export type IntegrationRow = { is_open: boolean; on_toggle: () => void; on_changed: (show_id?: Id) => void };

export type IntegrationListProps<T> = {
  icon: ReactNode;
  texts: { heading: MessageDescriptor; none_title: MessageDescriptor; none: MessageDescriptor; create: MessageDescriptor };
  /** Asked again whenever it is another function. */
  fetch: () => Promise<T[]>;
  /** Opens the dialog that makes one. */
  open_create: (on_saved: (made: T) => void) => void;
  item: (one: T, row: IntegrationRow) => ReactNode;
};

/** Integrations of one kind, newest first: the whole of a tab. */
export function IntegrationList<T extends { id: Id; create_at: Timestamp }>({ icon, texts, fetch, open_create, item }: IntegrationListProps<T>): ReactNode {
  const t = useT();
  const [all, setAll] = useState<T[]>();
  const [error, setError] = useState('');
  const [open_id, setOpenId] = useState('');
  const load = useCallback((show_id = '') => {
    fetch().then((list) => {
      setAll(list.toSorted((a, b) => b.create_at - a.create_at));
      if (show_id) setOpenId(show_id);
    }, (reason: unknown) => setError(failureText(reason)));
  }, [fetch]);
  useEffect(() => load(), [load]);
  if (error) return <div className={styles.inner}><FormError>{error}</FormError><p className={styles.facts}>{t(m.not_allowed)}</p></div>;
  if (!all) return <div className={styles.inner}><Skeleton height={60} /></div>;
  const create = <Button variant="primary" icon={<Plus size={16} />} onClick={() => open_create((made) => load(made.id))}>{t(texts.create)}</Button>;
  if (!all.length) return <EmptyState icon={icon} title={t(texts.none_title)} text={t(texts.none)} action={create} />;
  return (
    <div className={styles.inner}>
      <div className={styles.head}><h2 className={styles.heading}>{t(texts.heading)}</h2>{create}</div>
      <ul className={styles.hooks}>
        {all.map((one) => item(one, { is_open: open_id === one.id, on_toggle: () => setOpenId(open_id === one.id ? '' : one.id), on_changed: load }))}
      </ul>
    </div>
  );
}
