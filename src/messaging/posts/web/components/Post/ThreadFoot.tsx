import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { UserAvatar } from '#identity/users/web/index.ts';
import { AvatarStack, Badge, classNames, formatAgo, formatExact, useNow, useT } from '#kernel/web/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { openThread } from '../../posts.actions.ts';
import { post_messages as m } from '../../posts.messages.ts';
import { threadMarksState } from '../../posts.state.ts';
import styles from './Post.module.css';

const FACES_MAX = 4;

/** Below a root with replies: who, how many, when last, what is new. */
export function ThreadFoot({ post }: { post: Post }): ReactNode {
  const t = useT();
  const now = useNow();
  const mark = threadMarksState((state) => state.by_root[post.id]);
  const count = post.reply_count;
  if (count <= 0) return null;
  const is_unread = (mark?.unread_replies ?? 0) > 0;
  return (
    <button type="button" className={classNames(styles.thread, is_unread && styles.thread_unread)} aria-label={t(m.open_thread, { count })} onClick={() => openThread(post)}>
      <AvatarStack>{(post.participants ?? []).slice(0, FACES_MAX).map((user) => <UserAvatar key={user.id} user_id={user.id} size={22} />)}</AvatarStack>
      <span className={styles.replies}>{t(m.replies, { count })}</span>
      {mark && <Badge count={mark.unread_mentions} />}
      {is_unread && !mark?.unread_mentions && <span className={styles.dot} />}
      {post.last_reply_at > 0 && <span className={styles.last_reply} title={formatExact(post.last_reply_at)}>{t(m.last_reply, { ago: formatAgo(post.last_reply_at, now) })}</span>}
      <ChevronRight size={14} className={styles.thread_arrow} aria-hidden="true" />
    </button>
  );
}
