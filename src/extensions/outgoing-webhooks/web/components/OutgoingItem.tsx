import { Copy, KeyRound, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { CallLog, IntegrationItem, IntegrationSection, Literal, type IntegrationRow } from '#extensions/webhooks/web/index.ts';
import { Button, ConfirmDialog, MenuItem, MenuSeparator, openDialog, toast, useT } from '#kernel/web/index.ts';
import { useChannel } from '#messaging/channels/web/index.ts';
import type { OutgoingWebhook } from '../../wire/index.ts';
import { deleteOutgoing, renewToken } from '../outgoing.client.ts';
import { outgoing_messages as m } from '../outgoing.messages.ts';
import { OutgoingDialog } from './OutgoingDialog.tsx';

export function OutgoingItem({ hook, row }: { hook: OutgoingWebhook; row: IntegrationRow }): ReactNode {
  const t = useT();
  const channel = useChannel(hook.channel_id);
  const name = hook.display_name || t(m.unnamed);
  const place = hook.channel_id ? (channel?.display_name ?? t(m.gone_channel)) : t(m.every_channel);
  const words = hook.trigger_words ?? [];
  const renew = async (): Promise<void> => row.on_changed((await renewToken(hook.id)).id);
  const remove = async (): Promise<void> => {
    await deleteOutgoing(hook.id);
    row.on_changed();
  };
  const copy = (): void => void navigator.clipboard.writeText(hook.token).then(() => toast.show(t(m.copied)), toast.failure);
  const menu = (
    <>
      <MenuItem icon={<Pencil size={16} />} on_select={() => openDialog(<OutgoingDialog team_id={hook.team_id} hook={hook} on_saved={() => row.on_changed()} />)}>{t(m.edit)}</MenuItem>
      <MenuItem icon={<KeyRound size={16} />} on_select={() => openDialog(<ConfirmDialog title={t(m.renew_title, { name })} text={t(m.renew_text)} action={t(m.renew)} run={renew} />)}>{t(m.renew)}</MenuItem>
      <MenuSeparator />
      <MenuItem tone="bad" icon={<Trash2 size={16} />} on_select={() => openDialog(<ConfirmDialog title={t(m.delete_title, { name })} text={t(m.delete_text)} action={t(m.delete)} run={remove} />)}>{t(m.delete)}</MenuItem>
    </>
  );
  return (
    <IntegrationItem name={name} line={words.length ? t(m.line_words, { words: words.join(', '), place }) : t(m.line_all, { place })} menu={menu} row={row}>
      <IntegrationSection heading={t(m.addresses)}>{hook.callback_urls.map((url) => <Literal key={url}>{url}</Literal>)}</IntegrationSection>
      <IntegrationSection heading={t(m.token)}>
        <p>{t(m.token_hint)}</p>
        <div><Button size="s" icon={<Copy size={14} />} onClick={copy}>{t(m.copy)}</Button></div>
      </IntegrationSection>
      <CallLog integration_id={hook.id} />
    </IntegrationItem>
  );
}
