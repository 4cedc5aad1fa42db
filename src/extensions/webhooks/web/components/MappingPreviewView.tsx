import { useEffect, useState, type ReactNode } from 'react';
import { Chip, failureText, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { IncomingWebhookRequest, MappingPreview } from '../../wire/index.ts';
import { previewWebhook } from '../webhooks.client.ts';
import { webhook_messages as m } from '../webhooks.messages.ts';
import styles from './Integrations.module.css';

const PAUSE_MS = 350;

/** What would be posted of a payload, as one types. */
export function MappingPreviewView({ hook_id, payload, mapping, vendor }: { hook_id: Id; payload: string; mapping: string; vendor: string }): ReactNode {
  const t = useT();
  const [preview, setPreview] = useState<MappingPreview>();
  const [problem, setProblem] = useState('');
  useEffect(() => {
    if (!payload.trim()) return undefined;
    let is_current = true;
    const timer = setTimeout(() => {
      const parsed = parse(payload);
      if (!parsed) return setProblem(t(m.payload_broken));
      previewWebhook(hook_id, { mapping, vendor, payload: parsed.value }).then((result) => {
        if (!is_current) return;
        setPreview(result);
        setProblem('');
      }, (reason: unknown) => is_current && setProblem(failureText(reason)));
    }, PAUSE_MS);
    return () => {
      is_current = false;
      clearTimeout(timer);
    };
  }, [hook_id, payload, mapping, vendor, t]);
  if (!payload.trim()) return null;
  const fault = problem || (preview?.error && (preview.error.position === null ? preview.error.message : t(m.fault_at, { position: preview.error.position, message: preview.error.message })));
  return (
    <section className={styles.preview} aria-label={t(m.preview)} aria-live="polite">
      {fault && <p className={styles.fault}>{fault}</p>}
      {!fault && preview?.messages?.length === 0 && <p className={styles.facts}>{t(m.preview_none)}</p>}
      {!fault && preview?.messages?.map((message, index) => <Message key={index} message={message} />)}
    </section>
  );
}

function Message({ message }: { message: IncomingWebhookRequest }): ReactNode {
  const facts = [message.username, message.key && `key: ${message.key}`, message.thread_key && `thread: ${message.thread_key}`].filter(Boolean).join(' · ');
  return (
    <div className={styles.section}>
      {(facts || message.status) && <p className={styles.facts}>{message.status && <Chip size="s">{message.status}</Chip>} {facts}</p>}
      {message.text && <p className={styles.pre}>{message.text}</p>}
      {message.attachments?.map((card, index) => (
        <div key={index} className={styles.card}>
          {card.title && <p className={styles.name}>{card.title}</p>}
          {card.text && <p className={styles.pre}>{card.text}</p>}
          {card.fields?.map((field, at) => <p key={at} className={styles.facts}>{field.title}: {String(field.value)}</p>)}
        </div>
      ))}
    </div>
  );
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
