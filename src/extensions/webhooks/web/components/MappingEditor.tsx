import { useEffect, useState, type ReactNode } from 'react';
import { Button, Field, FormError, Select, TextArea, toast, useSubmit, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { fetchOptions, fetchVendors, saveOptions, type WebhookVendor } from '../webhooks.client.ts';
import { webhook_messages as m } from '../webhooks.messages.ts';
import styles from './Integrations.module.css';
import { MappingPreviewView } from './MappingPreviewView.tsx';

const MAPPING = 'mapping';
const EXAMPLE = '{\n  "text": title,\n  "key": id,\n  "status": status\n}';

/** How a webhook makes messages of payloads, with what it would make of one. */
export function MappingEditor({ hook_id, payload, on_payload }: { hook_id: Id; payload: string; on_payload: (payload: string) => void }): ReactNode {
  const t = useT();
  const [vendors, setVendors] = useState<WebhookVendor[]>([]);
  const [vendor, setVendor] = useState('');
  const [mapping, setMapping] = useState('');
  const { is_busy, error, submit } = useSubmit();
  useEffect(() => {
    fetchVendors().then(setVendors, toast.failure);
    fetchOptions(hook_id).then((options) => {
      setVendor(options.mapping ? MAPPING : options.vendor);
      setMapping(options.mapping);
    }, toast.failure);
  }, [hook_id]);
  const is_mapped = vendor === MAPPING;
  const chosen = { vendor: is_mapped ? '' : vendor, mapping: is_mapped ? mapping : '' };
  const choose = (next: string): void => {
    setVendor(next);
    if (next === MAPPING) setMapping((known) => known || EXAMPLE);
  };
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{t(m.understanding)}</h3>
      <Field label={t(m.vendor)}>
        {(control) => (
          <Select {...control} value={vendor} onChange={(event) => choose(event.target.value)}>
            <option value="">{t(m.vendor_auto)}</option>
            <option value={MAPPING}>{t(m.vendor_mapping)}</option>
            {vendors.map((one) => <option key={one.name} value={one.name}>{one.title}</option>)}
            <option value="none">{t(m.vendor_none)}</option>
          </Select>
        )}
      </Field>
      <div className={is_mapped ? styles.split : styles.section}>
        {is_mapped && <Field label={t(m.mapping)} hint={t(m.mapping_hint)}>{(control) => <TextArea {...control} className={styles.code} spellCheck={false} value={mapping} onChange={(event) => setMapping(event.target.value)} />}</Field>}
        <Field label={t(m.payload)}>{(control) => <TextArea {...control} className={styles.code} spellCheck={false} value={payload} onChange={(event) => on_payload(event.target.value)} />}</Field>
      </div>
      <MappingPreviewView hook_id={hook_id} payload={payload} {...chosen} />
      <FormError>{error}</FormError>
      <div className={styles.buttons}><Button is_busy={is_busy} onClick={() => submit(() => saveOptions(hook_id, chosen), () => toast.show(t(m.saved)))}>{t(m.save)}</Button></div>
    </section>
  );
}
