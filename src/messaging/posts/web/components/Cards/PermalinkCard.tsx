import type { CSSProperties, ReactNode } from 'react';
import { useDisplayName } from '#identity/users/web/index.ts';
import { formatAgo, formatExact, useMyUserId, useT } from '#kernel/web/index.ts';
import { dmPartnerId, getChannel, postPath } from '#messaging/channels/web/index.ts';
import type { Post, PreviewPost } from '#messaging/posts/wire/index.ts';
import { usePostAuthor } from '../../posts.authors.ts';
import { post_messages as m } from '../../posts.messages.ts';
import { Markdown } from '../Markdown/Markdown.tsx';
import { stayInPage } from '../Markdown/parts.tsx';
import { Collapsible } from '../Post/Collapsible.tsx';
import { PostAvatar } from '../Post/PostAvatar.tsx';
import styles from './Cards.module.css';

/** Another message that is linked to. */
export function PermalinkCard({ preview }: { preview: PreviewPost & { post: Post } }): ReactNode {
  const t = useT();
  const { post } = preview;
  const author = usePostAuthor(post);
  const me = useMyUserId();
  const channel = getChannel(preview.channel_id);
  const partner = useDisplayName(preview.channel_type === 'D' && channel ? dmPartnerId(channel.name, me) : '');
  const path = postPath(post.id);
  return (
    <section className={styles.card} style={{ '--bar': 'var(--line-firm)' } as CSSProperties}>
      <div className={styles.words}>
        <div className={styles.quoted}>
          <PostAvatar post={post} size={22} />
          <b>{author.name}</b>
          <a className={styles.when} href={path} title={formatExact(post.create_at)} onClick={(event) => stayInPage(event, path)}>{formatAgo(post.create_at)}</a>
        </div>
        <Collapsible><Markdown text={post.message} channel_mentions={post.props?.channel_mentions} is_mention_marked={false} /></Collapsible>
        <a className={styles.footer} href={path} onClick={(event) => stayInPage(event, path)}>{t(m.permalink_from, { channel: preview.channel_display_name || partner })}</a>
      </div>
    </section>
  );
}
