import { useEffect, useState, type DragEvent, type ReactNode } from 'react';
import { Button, common_messages, EmptyState, myUserId, toast, useT } from '#kernel/web/index.ts';
import { useChannel, useChannelName, type MessageViewProps } from '#messaging/channels/web/index.ts';
import { attachFiles, file_messages } from '#messaging/files/web/index.ts';
import { files_per_post_max } from '#messaging/files/wire/index.ts';
import { composer_messages } from '../../composer.messages.ts';
import { draftKey } from '../../drafts.state.ts';
import { startEditing } from '../../editor.state.ts';
import { post_messages as m } from '../../posts.messages.ts';
import { useCanWrite } from '../../posts.rights.ts';
import { isSystemPost } from '../../posts.rows.ts';
import { getPost } from '../../posts.state.ts';
import { Composer } from '../Composer/Composer.tsx';
import { TypingLine } from '../Composer/TypingLine.tsx';
import { PostSkeletons } from './lines.tsx';
import { MessageList } from './MessageList.tsx';
import styles from './MessageView.module.css';
import { useChannelPosts } from './useChannelPosts.ts';

const has_keyboard = window.matchMedia('(hover: hover)').matches;

/** A channel's conversation with its composer. */
export function MessageView({ channel_id, focused_post_id }: MessageViewProps): ReactNode {
  const t = useT();
  const channel = useChannel(channel_id);
  const name = useChannelName(channel);
  const can_write = useCanWrite(channel_id);
  const posts = useChannelPosts(channel_id, focused_post_id);
  const { stretch, failure, reload } = posts;
  const is_open = channel?.delete_at === 0;
  const drop = useDrop((files) => {
    if (attachFiles(draftKey(channel_id, ''), channel_id, files)) toast.error(t(file_messages.too_many, { max: files_per_post_max }));
  }, is_open && can_write);
  useTypeAnywhere();

  const editLast = () => {
    const last = stretch?.ids.findLast((id) => {
      const post = getPost(id);
      return post?.user_id === myUserId() && !post.delete_at && !isSystemPost(post) && post.type !== 'system_ephemeral';
    });
    if (last) startEditing(last, 'channel');
  };
  return (
    <div className={styles.view} {...drop.handlers}>
      {failure && <EmptyState text={t(m.load_failed, { reason: failure })} action={<Button onClick={reload}>{t(common_messages.try_again)}</Button>} />}
      {!failure && !stretch && <div className={styles.waiting}><PostSkeletons count={9} /></div>}
      {!failure && stretch && <MessageList key={`${channel_id} ${focused_post_id ?? ''} ${posts.jumps}`} channel_id={channel_id} focused_post_id={focused_post_id} posts={posts} stretch={stretch} />}
      {is_open && can_write && <Composer channel_id={channel_id} root_id="" name={name} place="channel" is_focused_first={has_keyboard} on_edit_last={editLast} on_sent={() => stretch && !stretch.is_newest && posts.latest()} />}
      {is_open && !can_write && <p className={styles.read_only}>{t(composer_messages.read_only)}</p>}
      <TypingLine channel_id={channel_id} root_id="" />
      {drop.is_over && <div className={styles.drop}>{t(composer_messages.drop)}</div>}
    </div>
  );
}

/** Files that are dragged over the conversation. */
function useDrop(take: (files: File[]) => void, is_enabled: boolean) {
  const [depth, setDepth] = useState(0);
  const hasFiles = (event: DragEvent) => is_enabled && event.dataTransfer.types.includes('Files');
  const handlers = {
    onDragEnter: (event: DragEvent) => hasFiles(event) && setDepth((now) => now + 1),
    onDragLeave: (event: DragEvent) => hasFiles(event) && setDepth((now) => Math.max(0, now - 1)),
    onDragOver: (event: DragEvent) => hasFiles(event) && event.preventDefault(),
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDepth(0);
      take([...event.dataTransfer.files]);
    },
  };
  return { is_over: depth > 0, handlers };
}

/** Letters typed where nothing takes them go into the composer. */
function useTypeAnywhere(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || event.key === ' ') return;
      const target = event.target as HTMLElement;
      const is_free = target === document.body || target.hasAttribute('data-by-pointer') || target.getAttribute('role') === 'list';
      if (is_free) document.querySelector<HTMLElement>('[data-composer="channel"] textarea')?.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
