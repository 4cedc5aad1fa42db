import { KeyRound, Pencil, Power, Send, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { CallLog, IntegrationItem, IntegrationSection, Literal, type IntegrationRow } from '#extensions/webhooks/web/index.ts';
import { Button, ConfirmDialog, FormError, MenuItem, MenuSeparator, openDialog, toast, useSubmit, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { Subscription } from '../../wire/index.ts';
import { deleteSubscription, patchSubscription, renewSecret, testSubscription } from '../subscriptions.client.ts';
import { subscription_messages as m } from '../subscriptions.messages.ts';
import { SecretDialog } from './SecretDialog.tsx';
import { SubscriptionDialog } from './SubscriptionDialog.tsx';

export function SubscriptionItem({ subscription, team_id, row }: { subscription: Subscription; team_id: Id; row: IntegrationRow }): ReactNode {
  const t = useT();
  const { id, url, events, is_enabled } = subscription;
  const { is_busy, error, submit } = useSubmit();
  const name = subscription.display_name || t(m.unnamed);
  const line = t(m.line, { events: events.join(', '), host: new URL(url).host });
  const renew = async (): Promise<void> => {
    const renewed = await renewSecret(id);
    openDialog(<SecretDialog subscription={renewed} />);
  };
  const remove = async (): Promise<void> => {
    await deleteSubscription(id);
    row.on_changed();
  };
  const turn = (): void => void patchSubscription(id, { is_enabled: !is_enabled }).then(() => row.on_changed(), toast.failure);
  const menu = (
    <>
      <MenuItem icon={<Pencil size={16} />} on_select={() => openDialog(<SubscriptionDialog team_id={team_id} subscription={subscription} on_saved={() => row.on_changed()} />)}>{t(m.edit)}</MenuItem>
      <MenuItem icon={<Power size={16} />} on_select={turn}>{t(is_enabled ? m.switch_off : m.switch_on)}</MenuItem>
      <MenuItem icon={<KeyRound size={16} />} on_select={() => openDialog(<ConfirmDialog title={t(m.renew_title, { name })} text={t(m.renew_text)} action={t(m.renew)} run={renew} />)}>{t(m.renew)}</MenuItem>
      <MenuSeparator />
      <MenuItem tone="bad" icon={<Trash2 size={16} />} on_select={() => openDialog(<ConfirmDialog title={t(m.delete_title, { name })} text={t(m.delete_text)} action={t(m.delete)} run={remove} />)}>{t(m.delete)}</MenuItem>
    </>
  );
  return (
    <IntegrationItem name={name} line={is_enabled ? line : `${t(m.off)} · ${line}`} menu={menu} row={row}>
      <IntegrationSection heading={t(m.address)}>
        <Literal>{url}</Literal>
        <div><Button size="s" icon={<Send size={14} />} is_busy={is_busy} onClick={() => submit(() => testSubscription(id), () => toast.show(t(m.tested)))}>{t(m.test)}</Button></div>
        <FormError>{error}</FormError>
      </IntegrationSection>
      <CallLog integration_id={id} />
    </IntegrationItem>
  );
}
