import { Plus, Webhook } from 'lucide-react';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { Button, EmptyState, failureText, FormError, openDialog, Skeleton, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { IncomingWebhook } from '../../wire/index.ts';
import { fetchWebhooks } from '../webhooks.client.ts';
import { webhook_messages as m } from '../webhooks.messages.ts';
import { HookItem } from './HookItem.tsx';
import styles from './Integrations.module.css';
import { WebhookDialog } from './WebhookDialog.tsx';

/** The incoming webhooks of a team. */
export default function IncomingTab({ team_id }: { team_id: Id }): ReactNode {
  const t = useT();
  const [hooks, setHooks] = useState<IncomingWebhook[]>();
  const [error, setError] = useState('');
  const [open_id, setOpenId] = useState('');
  const load = useCallback((show_id = '') => {
    fetchWebhooks(team_id).then((list) => {
      setHooks(list.toSorted((a, b) => b.create_at - a.create_at));
      if (show_id) setOpenId(show_id);
    }, (reason: unknown) => setError(failureText(reason)));
  }, [team_id]);
  useEffect(() => load(), [load]);
  if (error) return <div className={styles.inner}><FormError>{error}</FormError><p className={styles.facts}>{t(m.not_allowed)}</p></div>;
  if (!hooks) return <div className={styles.inner}><Skeleton height={60} /></div>;
  const create = <Button variant="primary" icon={<Plus size={16} />} onClick={() => openDialog(<WebhookDialog team_id={team_id} on_saved={(hook) => load(hook.id)} />)}>{t(m.create)}</Button>;
  if (!hooks.length) return <EmptyState icon={<Webhook size={20} />} title={t(m.none_title)} text={t(m.none)} action={create} />;
  return (
    <div className={styles.inner}>
      <div className={styles.head}><h2 className={styles.heading}>{t(m.incoming)}</h2>{create}</div>
      <ul className={styles.hooks}>
        {hooks.map((hook) => <HookItem key={hook.id} hook={hook} is_open={open_id === hook.id} on_toggle={() => setOpenId(open_id === hook.id ? '' : hook.id)} on_changed={load} />)}
      </ul>
    </div>
  );
}
