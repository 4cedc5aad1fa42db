import { Bookmark, Pin } from 'lucide-react';
import type { ReactNode } from 'react';
import { customStatusOf, useUser } from '#identity/users/web/index.ts';
import { Chip, formatAgo, formatExact, formatTime, Tooltip, useT } from '#kernel/web/index.ts';
import { postPath } from '#messaging/channels/web/index.ts';
import { Emoji } from '#messaging/emoji/web/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { usePostAuthor } from '../../posts.authors.ts';
import { post_messages as m } from '../../posts.messages.ts';
import { useIsSaved } from '../../saved.state.ts';
import { stayInPage } from '../Markdown/parts.tsx';
import { PersonButton } from '../PersonButton/PersonButton.tsx';
import styles from './Post.module.css';

/** Name, time and marks above a post. `is_dated`: with the day, outside of lists that have day lines. */
export function PostHead({ post, is_dated = false }: { post: Post; is_dated?: boolean }): ReactNode {
  const t = useT();
  const author = usePostAuthor(post);
  return (
    <div className={styles.head}>
      {author.is_person ? <PersonButton user_id={post.user_id} className={styles.who}>{author.name}</PersonButton> : <span className={styles.who}>{author.name}</span>}
      {author.is_bot ? <Chip size="s">{t(m.bot)}</Chip> : <StatusEmoji user_id={post.user_id} />}
      <PostTime post={post} is_dated={is_dated} />
      <PriorityChip post={post} />
      <PostMarks post={post} />
    </div>
  );
}

export function PostTime({ post, is_dated = false }: { post: Post; is_dated?: boolean }): ReactNode {
  const path = postPath(post.id);
  return (
    <Tooltip label={formatExact(post.create_at)}>
      <a className={styles.time} href={path} onClick={(event) => stayInPage(event, path)}>
        <time dateTime={new Date(post.create_at).toISOString()}>{is_dated ? formatAgo(post.create_at) : formatTime(post.create_at)}</time>
      </a>
    </Tooltip>
  );
}

/** Pinned and saved, as small signs. */
export function PostMarks({ post }: { post: Post }): ReactNode {
  const t = useT();
  const is_saved = useIsSaved(post.id);
  if (!post.is_pinned && !is_saved) return null;
  return (
    <span className={styles.marks}>
      {post.is_pinned && <span className={styles.pinned} role="img" aria-label={t(m.pinned)} title={t(m.pinned)}><Pin size={12} /></span>}
      {is_saved && <span className={styles.saved} role="img" aria-label={t(m.saved)} title={t(m.saved)}><Bookmark size={12} fill="currentColor" /></span>}
    </span>
  );
}

function PriorityChip({ post }: { post: Post }): ReactNode {
  const t = useT();
  const priority = post.metadata?.priority?.priority;
  if (priority === 'urgent') return <Chip size="s" tone="bad">{t(m.urgent)}</Chip>;
  if (priority === 'important') return <Chip size="s" tone="accent">{t(m.important)}</Chip>;
  return null;
}

function StatusEmoji({ user_id }: { user_id: string }): ReactNode {
  const status = customStatusOf(useUser(user_id));
  if (!status?.emoji) return null;
  return <span className={styles.status} title={status.text || undefined}><Emoji name={status.emoji} /></span>;
}
