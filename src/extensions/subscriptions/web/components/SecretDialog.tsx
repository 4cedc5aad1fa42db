import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import { Literal } from '#extensions/webhooks/web/index.ts';
import { Button, common_messages, Dialog, toast, useCloseDialog, useT } from '#kernel/web/index.ts';
import type { SubscriptionWithSecret } from '../../wire/index.ts';
import { subscription_messages as m } from '../subscriptions.messages.ts';

/** Shows a new secret, this once. */
export function SecretDialog({ subscription: { display_name, secret } }: { subscription: SubscriptionWithSecret }): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const copy = (): void => void navigator.clipboard.writeText(secret).then(() => toast.show(t(m.copied)), toast.failure);
  return (
    <Dialog
      title={t(m.secret_title, { name: display_name || t(m.unnamed) })}
      footer={<><Button icon={<Copy size={16} />} onClick={copy}>{t(m.copy)}</Button><Button variant="primary" onClick={close}>{t(common_messages.close)}</Button></>}
    >
      <p>{t(m.secret_text)}</p>
      <Literal>{secret}</Literal>
    </Dialog>
  );
}
