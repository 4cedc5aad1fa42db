import { BookmarkPlus, File as FileSign, Link } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { IconButton, Menu, MenuItem, openDialog, toast, useT } from '#kernel/web/index.ts';
import type { ChannelBookmark } from '#messaging/bookmarks/wire/index.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { Emoji } from '#messaging/emoji/web/index.ts';
import { filePath } from '#messaging/files/web/index.ts';
import { addFile } from '../bookmarks.actions.ts';
import { bookmark_messages as m } from '../bookmarks.messages.ts';
import { useBookmarks } from '../bookmarks.state.ts';
import { useBookmarkRights, type BookmarkRights } from '../useBookmarkRights.ts';
import styles from './BookmarkBar.module.css';
import { BookmarkDialog } from './BookmarkDialog.tsx';
import { BookmarkMenu } from './BookmarkMenu.tsx';

/** Links and files of a channel below its header; nothing while there are none and the person cannot add any. */
export function BookmarkBar({ channel }: { channel: Channel }): ReactNode {
  const t = useT();
  const bookmarks = useBookmarks(channel.id);
  const rights = useBookmarkRights(channel);
  if (!bookmarks.length) return null;
  return (
    <nav className={styles.bar} aria-label={t(m.bar)}>
      <ul className={styles.list}>{bookmarks.map((bookmark) => <BookmarkItem key={bookmark.id} bookmark={bookmark} rights={rights} />)}</ul>
      <AddBookmark channel={channel} />
    </nav>
  );
}

function BookmarkItem({ bookmark, rights }: { bookmark: ChannelBookmark; rights: BookmarkRights }): ReactNode {
  const { display_name, emoji, link_url, file_id } = bookmark;
  const sign = emoji ? <Emoji name={emoji} /> : file_id ? <FileSign size={14} aria-hidden="true" /> : <Link size={14} aria-hidden="true" />;
  return (
    <li className={styles.item}>
      <a className={styles.link} href={link_url ?? filePath(file_id)} target="_blank" rel="noopener noreferrer" title={display_name}>{sign}<span className={styles.name}>{display_name}</span></a>
      <BookmarkMenu bookmark={bookmark} rights={rights} />
    </li>
  );
}

/** The button that adds one: in the bar, and in the channel's header while there is no bar. */
export function AddBookmark({ channel }: { channel: Channel }): ReactNode {
  const t = useT();
  const picker = useRef<HTMLInputElement>(null);
  const [is_busy, setBusy] = useState(false);
  const { can_add } = useBookmarkRights(channel);
  if (!can_add) return null;
  const take = (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    addFile(channel.id, file).catch(toast.failure).finally(() => setBusy(false));
  };
  return (
    <>
      <Menu trigger={<IconButton label={t(m.add)} icon={<BookmarkPlus size={16} />} disabled={is_busy} />}>
        <MenuItem icon={<Link size={16} />} on_select={() => void setTimeout(() => openDialog(<BookmarkDialog channel_id={channel.id} />))}>{t(m.add_link)}</MenuItem>
        <MenuItem icon={<FileSign size={16} />} on_select={() => picker.current?.click()}>{t(m.add_file)}</MenuItem>
      </Menu>
      <input ref={picker} type="file" hidden tabIndex={-1} aria-hidden="true" onChange={(event) => {
        take(event.target.files?.[0]);
        event.target.value = '';
      }} />
    </>
  );
}

/** In the channel's header, until there is a bar that holds it. */
export function AddFirstBookmark({ channel }: { channel: Channel }): ReactNode {
  return useBookmarks(channel.id).length ? null : <AddBookmark channel={channel} />;
}
