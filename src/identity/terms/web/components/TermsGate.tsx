import { Dialog as Radix } from 'radix-ui';
import { useEffect, useState, type ReactNode } from 'react';
import type { TermsOfService } from '#identity/terms/wire/index.ts';
import { useMe } from '#identity/users/web/index.ts';
import { Button, FormError, useConfig, useSubmit, useT } from '#kernel/web/index.ts';
import { acceptTerms, fetchTerms, logOutNow } from '../terms.client.ts';
import { terms_messages as m } from '../terms.messages.ts';
import styles from './TermsGate.module.css';

const DAY_MS = 86_400_000;

/** Covers the page until the terms of service are accepted, where there are any. */
export function TermsGate(): ReactNode {
  const is_on = useConfig('EnableCustomTermsOfService') === 'true';
  const period_ms = Number(useConfig('CustomTermsOfServiceReAcceptancePeriod') || 365) * DAY_MS;
  const me = useMe();
  const [terms, setTerms] = useState<TermsOfService>();
  const [accepted_id, setAcceptedId] = useState('');
  useEffect(() => {
    if (is_on) void fetchTerms().then(setTerms, () => setTerms(undefined));
  }, [is_on]);
  if (!is_on || !terms || terms.id === accepted_id) return null;
  const is_accepted = me.terms_of_service_id === terms.id && Date.now() - (me.terms_of_service_create_at ?? 0) < period_ms;
  return is_accepted ? null : <TermsPage terms={terms} on_accept={() => setAcceptedId(terms.id)} />;
}

function TermsPage({ terms, on_accept }: { terms: TermsOfService; on_accept: () => void }): ReactNode {
  const t = useT();
  const { is_busy, error, submit } = useSubmit();
  return (
    <Radix.Root open>
      <Radix.Portal>
        <Radix.Overlay className={styles.cover} />
        <Radix.Content className={styles.sheet} aria-describedby={undefined}>
          <Radix.Title className={styles.title}>{t(m.title)}</Radix.Title>
          <div className={styles.text} tabIndex={0}>{terms.text}</div>
          <FormError>{error}</FormError>
          <footer className={styles.foot}>
            <Button onClick={() => void logOutNow()}>{t(m.refuse)}</Button>
            <Button variant="primary" is_busy={is_busy} autoFocus onClick={() => submit(() => acceptTerms(terms.id), on_accept)}>{t(m.accept)}</Button>
          </footer>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
