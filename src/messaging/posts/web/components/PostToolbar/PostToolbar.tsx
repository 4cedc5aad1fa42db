import { Bookmark, Ellipsis, MessageSquareReply, SmilePlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton, Menu, useT } from '#kernel/web/index.ts';
import { Emoji, EmojiPickerButton, useRecentEmojis } from '#messaging/emoji/web/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { openThread, toggleReaction } from '../../posts.actions.ts';
import { post_messages as m } from '../../posts.messages.ts';
import { usePostRights } from '../../posts.rights.ts';
import { useIsSaved, toggleSaved } from '../../saved.state.ts';
import { PostMenuItems } from './PostMenuItems.tsx';
import styles from './PostToolbar.module.css';

export type PostToolbarProps = {
  post: Post;
  place: 'channel' | 'thread' | 'result';
  /** A menu or the picker is open: the toolbar stays although the pointer has left. */
  on_hold: (is_held: boolean) => void;
};

const QUICK = 3;

/** What can be done with a post, floating over it. */
export function PostToolbar({ post, place, on_hold }: PostToolbarProps): ReactNode {
  const t = useT();
  const rights = usePostRights(post);
  const quick = useRecentEmojis(QUICK);
  const is_saved = useIsSaved(post.id);
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t(m.toolbar)}>
      {rights.can_react && place !== 'result' && quick.map((name) => (
        <IconButton key={name} className={styles.quick} label={t(m.react_with, { emoji: `:${name}:` })} icon={<Emoji name={name} />} onClick={() => toggleReaction(post.id, name)} />
      ))}
      {rights.can_react && (
        <EmojiPickerButton side="bottom" trigger={<IconButton label={t(m.react)} keys="+" icon={<SmilePlus size={16} />} data-action="react" />} on_open_change={on_hold} on_pick={(name) => toggleReaction(post.id, name)} />
      )}
      {rights.can_reply && place !== 'thread' && <IconButton label={t(m.reply)} keys="R" icon={<MessageSquareReply size={16} />} onClick={() => openThread(post)} />}
      {post.type !== 'system_ephemeral' && (
        <IconButton label={t(is_saved ? m.unsave : m.save)} keys="S" icon={<Bookmark size={16} fill={is_saved ? 'currentColor' : 'none'} />} is_active={is_saved} aria-pressed={is_saved} onClick={() => toggleSaved(post.id)} />
      )}
      {post.type !== 'system_ephemeral' && (
        <Menu align="end" on_open_change={on_hold} trigger={<IconButton label={t(m.more)} icon={<Ellipsis size={16} />} />}>
          <PostMenuItems post={post} place={place} rights={rights} />
        </Menu>
      )}
    </div>
  );
}
