import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Delivery, DeliveryStatus } from '#extensions/deliveries/wire/index.ts';
import { Button, Chip, formatAgo, formatExact, Skeleton, toast, useNow, useT, type Tone } from '#kernel/web/index.ts';
import { replayCall } from '../webhooks.client.ts';
import { webhook_messages as m } from '../webhooks.messages.ts';
import styles from './Integrations.module.css';

const SHOWN: Record<DeliveryStatus, [tone: Tone, label: 'delivered' | 'refused' | 'failed' | 'dead' | 'waiting']> = { delivered: ['good', 'delivered'], refused: ['bad', 'refused'], failed: ['bad', 'failed'], dead: ['bad', 'dead'], waiting: ['warn', 'waiting'] };

/** Calls of an integration, from the ledger. */
export function CallList({ calls, on_use, on_replayed }: { calls: Delivery[] | undefined; on_use?: (call: Delivery) => void; on_replayed: () => void }): ReactNode {
  const t = useT();
  const now = useNow();
  const replay = (call: Delivery): void => {
    replayCall(call.id).then(() => {
      toast.show(t(m.replayed));
      on_replayed();
    }, toast.failure);
  };
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{t(m.calls)}</h3>
      {!calls && <Skeleton height={40} />}
      {calls?.length === 0 && <p className={styles.facts}>{t(m.no_calls)}</p>}
      {calls && calls.length > 0 && (
        <ul className={styles.calls}>
          {calls.map((call) => (
            <li key={call.id} className={styles.call}>
              <Chip size="s" tone={SHOWN[call.status][0]}>{t(call.status === 'delivered' && call.direction === 'out' ? m.sent : m[SHOWN[call.status][1]])}</Chip>
              <time className={styles.facts} title={formatExact(call.create_at)}>{formatAgo(call.create_at, now)}</time>
              <span className={styles.said} title={call.error || call.request.body}>{call.error || call.request.body}</span>
              {on_use && <Button size="s" variant="quiet" onClick={() => on_use(call)}>{t(m.use_payload)}</Button>}
              <Button size="s" variant="quiet" icon={<RotateCcw size={14} />} onClick={() => replay(call)}>{t(m.replay)}</Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
