import { CalendarClock, Ellipsis, Pencil, SendHorizontal, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames, formatExact, IconButton, Menu, MenuItem, MenuSeparator, openDialog, TimeDialog, toast, useT, type MessageDescriptor } from '#kernel/web/index.ts';
import type { ScheduledPost, ScheduledPostError } from '#messaging/scheduled-posts/wire/index.ts';
import { change, remove, sendNow } from '../scheduled.actions.ts';
import { scheduled_messages as m } from '../scheduled.messages.ts';
import styles from './DraftsPage.module.css';
import { EditScheduledDialog } from './EditScheduledDialog.tsx';
import { Where } from './Where.tsx';

const REASONS: Partial<Record<ScheduledPostError, MessageDescriptor>> = {
  channel_archived: m.channel_archived, channel_not_found: m.channel_archived, no_channel_permission: m.no_right, no_channel_member: m.no_right, thread_deleted: m.thread_deleted, unable_to_send: m.too_late,
};

/** A message that waits for its time, or could not be sent. */
export function ScheduledRow({ post }: { post: ScheduledPost }): ReactNode {
  const t = useT();
  const count = post.file_ids?.length ?? 0;
  const time = post.error_code ? t(m.failed, { reason: t(REASONS[post.error_code] ?? m.refused) }) : t(m.waits, { time: formatExact(post.scheduled_at) });
  return (
    <li className={styles.item}>
      <div className={styles.said}>
        <Where channel_id={post.channel_id} root_id={post.root_id} />
        <span className={styles.words}>{post.message}</span>
        <span className={classNames(styles.facts, post.error_code && styles.failed)}>{time}{count > 0 && ` · ${t(m.files, { count })}`}</span>
      </div>
      <div className={styles.actions}>
        <Menu align="end" trigger={<IconButton label={t(m.more)} icon={<Ellipsis size={16} />} />}><Items post={post} /></Menu>
      </div>
    </li>
  );
}

function Items({ post }: { post: ScheduledPost }): ReactNode {
  const t = useT();
  // The menu gives the focus back when it closes; a dialog takes it after that.
  const later = (open: () => void) => () => void setTimeout(open);
  const reschedule = (at: number): void => void change(post, { scheduled_at: at }).catch(toast.failure);
  return (
    <>
      <MenuItem icon={<Pencil size={16} />} on_select={later(() => openDialog(<EditScheduledDialog post={post} />))}>{t(m.edit)}</MenuItem>
      <MenuItem icon={<CalendarClock size={16} />} on_select={later(() => openDialog(<TimeDialog title={t(m.title)} action={t(m.schedule)} at={Math.max(post.scheduled_at, Date.now() + 3_600_000)} on_pick={reschedule} />))}>{t(m.change_time)}</MenuItem>
      <MenuItem icon={<SendHorizontal size={16} />} on_select={() => sendNow(post)}>{t(m.send_now)}</MenuItem>
      <MenuSeparator />
      <MenuItem tone="bad" icon={<Trash2 size={16} />} on_select={() => remove(post)}>{t(m.delete)}</MenuItem>
    </>
  );
}
