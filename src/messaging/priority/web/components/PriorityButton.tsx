import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton, Menu, MenuItem, MenuLabel, MenuSeparator, useConfig, useT } from '#kernel/web/index.ts';
import { saveDraft, useDraft, type ComposerSlotProps } from '#messaging/posts/web/index.ts';
import type { PostPriority } from '#messaging/posts/wire/index.ts';
import { priority_messages as m } from '../priority.messages.ts';
import styles from './Priority.module.css';

const LEVELS = ['', 'important', 'urgent'] as const;

/** How important the message will be, and what it asks of its readers. Replies have none. */
export function PriorityButton({ root_id, draft_key }: ComposerSlotProps): ReactNode {
  const is_on = useConfig('PostPriority') === 'true';
  return is_on && !root_id ? <Chooser draft_key={draft_key} /> : null;
}

function Chooser({ draft_key }: { draft_key: string }): ReactNode {
  const t = useT();
  const can_repeat = useConfig('AllowPersistentNotifications') === 'true';
  const priority = useDraft(draft_key).priority ?? { priority: '' };
  const level = priority.priority || '';
  const set = (change: Partial<PostPriority>) => {
    const next = { ...priority, ...change };
    if (next.priority !== 'urgent') next.persistent_notifications = false;
    saveDraft(draft_key, { priority: next.priority || next.requested_ack ? next : null });
  };
  const is_set = level !== '' || priority.requested_ack === true;
  const trigger = (
    <IconButton
      label={is_set ? t(m.is, { priority: t(m[level || 'standard']) }) : t(m.priority)}
      icon={<CircleAlert size={16} className={level ? styles[level] : undefined} />}
      is_active={is_set}
    />
  );
  return (
    <Menu side="top" align="end" trigger={trigger}>
      <MenuLabel>{t(m.priority)}</MenuLabel>
      {LEVELS.map((one) => <MenuItem key={one} is_checked={level === one} on_select={() => set({ priority: one })}>{t(m[one || 'standard'])}</MenuItem>)}
      <MenuSeparator />
      <MenuItem is_checked={priority.requested_ack === true} on_select={() => set({ requested_ack: priority.requested_ack !== true })}>{t(m.request)}</MenuItem>
      {can_repeat && level === 'urgent' && <MenuItem is_checked={priority.persistent_notifications === true} on_select={() => set({ persistent_notifications: priority.persistent_notifications !== true })}>{t(m.repeat)}</MenuItem>}
    </Menu>
  );
}
