import { Copy, Send } from 'lucide-react';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { Delivery } from '#extensions/deliveries/wire/index.ts';
import { Button, FormError, realtime, toast, useSubmit, useT } from '#kernel/web/index.ts';
import type { IncomingWebhook } from '../../wire/index.ts';
import { addressOf, fetchCalls, testWebhook } from '../webhooks.client.ts';
import { webhook_messages as m } from '../webhooks.messages.ts';
import { CallList } from './CallList.tsx';
import styles from './Integrations.module.css';
import { MappingEditor } from './MappingEditor.tsx';

/** One webhook: its address, how it reads payloads, and what came last. */
export function HookDetails({ hook }: { hook: IncomingWebhook }): ReactNode {
  const t = useT();
  const [calls, setCalls] = useState<Delivery[]>();
  const [payload, setPayload] = useState('');
  const { is_busy, error, submit } = useSubmit();
  const load = useCallback(() => {
    fetchCalls(hook.id).then((list) => {
      setCalls(list);
      setPayload((known) => known || pretty(list.find((call) => !call.request.is_cut && call.request.body)?.request.body ?? ''));
    }, toast.failure);
  }, [hook.id]);
  useEffect(() => {
    load();
    return realtime.on<{ integration_id: string }>('muster_delivery_updated', (data) => {
      if (data.integration_id === hook.id) load();
    });
  }, [hook.id, load]);
  const copy = (): void => void navigator.clipboard.writeText(addressOf(hook)).then(() => toast.show(t(m.copied)), toast.failure);
  const test = (): void => submit(() => testWebhook(hook.id), () => {
    toast.show(t(m.tested));
    load();
  });
  return (
    <div className={styles.details}>
      <section className={styles.section}>
        <h3 className={styles.heading}>{t(m.address)}</h3>
        <p className={styles.address}>{addressOf(hook)}</p>
        <p className={styles.facts}>{t(m.address_hint)}</p>
        <div className={styles.buttons}>
          <Button size="s" icon={<Copy size={14} />} onClick={copy}>{t(m.copy)}</Button>
          <Button size="s" icon={<Send size={14} />} is_busy={is_busy} onClick={test}>{t(m.test)}</Button>
        </div>
        <FormError>{error}</FormError>
      </section>
      <MappingEditor hook_id={hook.id} payload={payload} on_payload={setPayload} />
      <CallList calls={calls} on_use={(call) => setPayload(pretty(call.request.body))} on_replayed={load} />
    </div>
  );
}

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
