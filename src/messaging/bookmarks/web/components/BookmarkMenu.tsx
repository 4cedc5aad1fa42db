import { ArrowLeft, ArrowRight, Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { ConfirmDialog, IconButton, Menu, MenuItem, MenuSeparator, openDialog, toast, useT } from '#kernel/web/index.ts';
import type { ChannelBookmark } from '#messaging/bookmarks/wire/index.ts';
import { filePath } from '#messaging/files/web/index.ts';
import { moveBookmark, removeBookmark } from '../bookmarks.actions.ts';
import { bookmark_messages as m } from '../bookmarks.messages.ts';
import type { BookmarkRights } from '../useBookmarkRights.ts';
import styles from './BookmarkBar.module.css';
import { BookmarkDialog } from './BookmarkDialog.tsx';

/** What can be done with one bookmark. */
export function BookmarkMenu({ bookmark, rights }: { bookmark: ChannelBookmark; rights: BookmarkRights }): ReactNode {
  const t = useT();
  const { display_name, link_url, file_id } = bookmark;
  const size = 16;
  const copy = (): void => void navigator.clipboard.writeText(link_url ?? location.origin + filePath(file_id)).then(() => toast.show(t(m.copied)), toast.failure);
  const edit = () => openDialog(<BookmarkDialog channel_id={bookmark.channel_id} bookmark={bookmark} />);
  const remove = () => openDialog(<ConfirmDialog title={t(m.delete_title, { name: display_name })} text={t(file_id ? m.delete_file_text : m.delete_text)} action={t(m.delete)} run={() => removeBookmark(bookmark)} />);
  return (
    <Menu align="end" trigger={<IconButton className={styles.more} label={t(m.more, { name: display_name })} icon={<Ellipsis size={14} />} />}>
      <MenuItem icon={<Copy size={size} />} on_select={copy}>{t(m.copy)}</MenuItem>
      {rights.can_edit && <MenuItem icon={<Pencil size={size} />} on_select={() => void setTimeout(edit)}>{t(m.edit)}</MenuItem>}
      {rights.can_order && <MenuItem icon={<ArrowLeft size={size} />} on_select={() => moveBookmark(bookmark, -1)}>{t(m.to_start)}</MenuItem>}
      {rights.can_order && <MenuItem icon={<ArrowRight size={size} />} on_select={() => moveBookmark(bookmark, 1)}>{t(m.to_end)}</MenuItem>}
      {rights.can_delete && <MenuSeparator />}
      {rights.can_delete && <MenuItem tone="bad" icon={<Trash2 size={size} />} on_select={() => void setTimeout(remove)}>{t(m.delete)}</MenuItem>}
    </Menu>
  );
}
