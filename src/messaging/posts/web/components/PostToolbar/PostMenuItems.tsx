import { Copy, History, Link, MailOpen, Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Kbd, MenuItem, MenuSeparator, openDialog, useT } from '#kernel/web/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { startEditing } from '../../editor.state.ts';
import { copyPostLink, copyPostText, markUnreadFrom, removePost, togglePinned } from '../../posts.actions.ts';
import { post_messages as m } from '../../posts.messages.ts';
import { post_slots } from '../../posts.slots.ts';
import type { PostRights } from '../../posts.rights.ts';
import { HistoryDialog } from './HistoryDialog.tsx';

type PostMenuItemsProps = { post: Post; place: 'channel' | 'thread' | 'result'; rights: PostRights };

/** The rarer things to do with a post. */
export function PostMenuItems({ post, place, rights }: PostMenuItemsProps): ReactNode {
  const t = useT();
  const size = 16;
  // The menu gives the focus back when it closes; the editor takes it after that.
  const edit = () => setTimeout(() => startEditing(post.id, place));
  return (
    <>
      {rights.can_edit && place !== 'result' && <MenuItem icon={<Pencil size={size} />} hint={hintOf('E')} on_select={edit}>{t(m.edit)}</MenuItem>}
      <MenuItem icon={<Link size={size} />} hint={hintOf('L')} on_select={() => copyPostLink(post.id)}>{t(m.copy_link)}</MenuItem>
      {post.message && <MenuItem icon={<Copy size={size} />} hint={hintOf('C')} on_select={() => copyPostText(post)}>{t(m.copy_text)}</MenuItem>}
      {rights.can_pin && <MenuItem icon={post.is_pinned ? <PinOff size={size} /> : <Pin size={size} />} hint={hintOf('P')} on_select={() => togglePinned(post)}>{t(post.is_pinned ? m.unpin : m.pin)}</MenuItem>}
      {rights.can_mark_unread && <MenuItem icon={<MailOpen size={size} />} hint={hintOf('U')} on_select={() => markUnreadFrom(post)}>{t(m.mark_unread)}</MenuItem>}
      {post_slots.menu.all().map((Items, index) => <Items key={index} post={post} />)}
      {post.edit_at > 0 && rights.can_edit && <MenuItem icon={<History size={size} />} on_select={() => openDialog(<HistoryDialog post_id={post.id} />)}>{t(m.history)}</MenuItem>}
      {rights.can_delete && (
        <>
          <MenuSeparator />
          <MenuItem tone="bad" icon={<Trash2 size={size} />} hint={hintOf('Delete')} on_select={() => removePost(post)}>{t(m.delete)}</MenuItem>
        </>
      )}
    </>
  );
}

const has_keyboard = window.matchMedia('(hover: hover)').matches;

function hintOf(keys: string): ReactNode {
  return has_keyboard && <Kbd keys={keys} />;
}
