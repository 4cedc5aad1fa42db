import { KeyRound, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { ConfirmDialog, MenuItem, MenuSeparator, openDialog, useT } from '#kernel/web/index.ts';
import { useChannel } from '#messaging/channels/web/index.ts';
import type { IncomingWebhook } from '../../wire/index.ts';
import { deleteWebhook, rotateWebhook } from '../webhooks.client.ts';
import { webhook_messages as m } from '../webhooks.messages.ts';
import { HookDetails } from './HookDetails.tsx';
import { IntegrationItem } from './IntegrationItem.tsx';
import type { IntegrationRow } from './IntegrationList.tsx';
import { WebhookDialog } from './WebhookDialog.tsx';

export function HookItem({ hook, row }: { hook: IncomingWebhook; row: IntegrationRow }): ReactNode {
  const t = useT();
  const channel = useChannel(hook.channel_id);
  const name = hook.display_name || t(m.unnamed);
  const rotate = async (): Promise<void> => row.on_changed((await rotateWebhook(hook.id)).id);
  const remove = async (): Promise<void> => {
    await deleteWebhook(hook.id);
    row.on_changed();
  };
  const menu = (
    <>
      <MenuItem icon={<Pencil size={16} />} on_select={() => openDialog(<WebhookDialog team_id={hook.team_id} hook={hook} on_saved={() => row.on_changed()} />)}>{t(m.edit)}</MenuItem>
      <MenuItem icon={<KeyRound size={16} />} on_select={() => openDialog(<ConfirmDialog title={t(m.rotate_title, { name })} text={t(m.rotate_text)} action={t(m.rotate)} run={rotate} />)}>{t(m.rotate)}</MenuItem>
      <MenuSeparator />
      <MenuItem tone="bad" icon={<Trash2 size={16} />} on_select={() => openDialog(<ConfirmDialog title={t(m.delete_title, { name })} text={t(m.delete_text)} action={t(m.delete)} run={remove} />)}>{t(m.delete)}</MenuItem>
    </>
  );
  return (
    <IntegrationItem name={name} line={`${t(m.posts_to, { channel: channel?.display_name ?? t(m.gone_channel) })}${hook.description && ` · ${hook.description}`}`} menu={menu} row={row}>
      <HookDetails hook={hook} />
    </IntegrationItem>
  );
}
