import { Copy, Send } from 'lucide-react';
import { useCallback, useState, type ReactNode } from 'react';
import type { Delivery } from '#extensions/deliveries/wire/index.ts';
import { Button, FormError, toast, useSubmit, useT } from '#kernel/web/index.ts';
import type { IncomingWebhook } from '../../wire/index.ts';
import { addressOf, testWebhook } from '../webhooks.client.ts';
import { webhook_messages as m } from '../webhooks.messages.ts';
import { CallLog } from './CallLog.tsx';
import { IntegrationSection, Literal } from './IntegrationItem.tsx';
import styles from './Integrations.module.css';
import { MappingEditor } from './MappingEditor.tsx';

/** One webhook: its address, how it reads payloads, and what came last. */
export function HookDetails({ hook }: { hook: IncomingWebhook }): ReactNode {
  const t = useT();
  const [payload, setPayload] = useState('');
  const { is_busy, error, submit } = useSubmit();
  const takeFirst = useCallback((calls: Delivery[]) => setPayload((known) => known || pretty(calls.find((call) => !call.request.is_cut && call.request.body)?.request.body ?? '')), []);
  const copy = (): void => void navigator.clipboard.writeText(addressOf(hook)).then(() => toast.show(t(m.copied)), toast.failure);
  const test = (): void => submit(() => testWebhook(hook.id), () => toast.show(t(m.tested)));
  return (
    <>
      <IntegrationSection heading={t(m.address)}>
        <Literal>{addressOf(hook)}</Literal>
        <p className={styles.facts}>{t(m.address_hint)}</p>
        <div className={styles.buttons}>
          <Button size="s" icon={<Copy size={14} />} onClick={copy}>{t(m.copy)}</Button>
          <Button size="s" icon={<Send size={14} />} is_busy={is_busy} onClick={test}>{t(m.test)}</Button>
        </div>
        <FormError>{error}</FormError>
      </IntegrationSection>
      <MappingEditor hook_id={hook.id} payload={payload} on_payload={setPayload} />
      <CallLog integration_id={hook.id} on_calls={takeFirst} on_use={(call) => setPayload(pretty(call.request.body))} />
    </>
  );
}

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
