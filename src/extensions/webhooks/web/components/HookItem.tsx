import { ChevronRight, Ellipsis, KeyRound, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { ConfirmDialog, IconButton, Menu, MenuItem, MenuSeparator, openDialog, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { useChannel } from '#messaging/channels/web/index.ts';
import type { IncomingWebhook } from '../../wire/index.ts';
import { deleteWebhook, rotateWebhook } from '../webhooks.client.ts';
import { webhook_messages as m } from '../webhooks.messages.ts';
import { HookDetails } from './HookDetails.tsx';
import styles from './Integrations.module.css';
import { WebhookDialog } from './WebhookDialog.tsx';

export function HookItem({ hook, is_open, on_toggle, on_changed }: { hook: IncomingWebhook; is_open: boolean; on_toggle: () => void; on_changed: (show_id?: Id) => void }): ReactNode {
  const t = useT();
  const channel = useChannel(hook.channel_id);
  const name = hook.display_name || t(m.unnamed);
  const rotate = async (): Promise<void> => on_changed((await rotateWebhook(hook.id)).id);
  const remove = async (): Promise<void> => {
    await deleteWebhook(hook.id);
    on_changed();
  };
  return (
    <li className={styles.hook}>
      <div className={styles.row}>
        <button type="button" className={styles.open} aria-expanded={is_open} onClick={on_toggle}>
          <ChevronRight size={16} aria-hidden="true" className={is_open ? styles.turned : undefined} />
          <span className={styles.names}>
            <span className={styles.name}>{name}</span>
            <span className={styles.where}>{t(m.posts_to, { channel: channel?.display_name ?? t(m.gone_channel) })}{hook.description && ` · ${hook.description}`}</span>
          </span>
        </button>
        <Menu align="end" trigger={<IconButton label={t(m.more, { name })} icon={<Ellipsis size={18} />} />}>
          <MenuItem icon={<Pencil size={16} />} on_select={() => openDialog(<WebhookDialog team_id={hook.team_id} hook={hook} on_saved={() => on_changed()} />)}>{t(m.edit)}</MenuItem>
          <MenuItem icon={<KeyRound size={16} />} on_select={() => openDialog(<ConfirmDialog title={t(m.rotate_title, { name })} text={t(m.rotate_text)} action={t(m.rotate)} run={rotate} />)}>{t(m.rotate)}</MenuItem>
          <MenuSeparator />
          <MenuItem tone="bad" icon={<Trash2 size={16} />} on_select={() => openDialog(<ConfirmDialog title={t(m.delete_title, { name })} text={t(m.delete_text)} action={t(m.delete)} run={remove} />)}>{t(m.delete)}</MenuItem>
        </Menu>
      </div>
      {is_open && <HookDetails hook={hook} />}
    </li>
  );
}
