import type { ReactNode } from 'react';
import { UserAvatar } from '#identity/users/web/index.ts';
import { Avatar } from '#kernel/web/index.ts';
import { Emoji } from '#messaging/emoji/web/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { usePostAuthor } from '../../posts.authors.ts';
import { PersonButton } from '../PersonButton/PersonButton.tsx';
import styles from './Post.module.css';

/** The picture before a post: a person's, or the one that an integration chose. */
export function PostAvatar({ post, size = 32 }: { post: Pick<Post, 'user_id' | 'props'>; size?: 22 | 28 | 32 }): ReactNode {
  const author = usePostAuthor(post);
  if (author.icon_emoji) return <span className={styles.emoji_tile} style={{ inlineSize: size, blockSize: size }} aria-hidden="true"><Emoji name={author.icon_emoji} size="large" /></span>;
  if (!author.is_person) return <Avatar name={author.name} seed={author.name} src={author.icon_url || undefined} size={size} />;
  return <PersonButton user_id={post.user_id} is_picture><UserAvatar user_id={post.user_id} size={size} /></PersonButton>;
}
