import type { CSSProperties, ReactNode } from 'react';
import { useConfig } from '#kernel/web/index.ts';
import type { OpenGraph, Post, PreviewPost } from '#messaging/posts/wire/index.ts';
import { usePreference } from '#identity/preferences/web/index.ts';
import { preference_category } from '#identity/preferences/wire/index.ts';
import { ownImagePath, safeUrl } from '../../markdown/urls.ts';
import { parts } from '../Markdown/parts.tsx';
import styles from './Cards.module.css';
import { PermalinkCard } from './PermalinkCard.tsx';

/** What stands behind the first link of a message: a page, a picture of this server, or another message. */
export function EmbedCard({ post }: { post: Post }): ReactNode {
  const is_allowed = useConfig('EnableLinkPreviews') !== 'false';
  const is_wanted = usePreference(preference_category.display_settings, 'link_previews', 'true') !== 'false';
  const embed = post.metadata?.embeds?.[0];
  if (embed?.type === 'permalink' && embed.data?.post) return <PermalinkCard preview={embed.data as PreviewPost & { post: Post }} />;
  if (!embed || !is_allowed || !is_wanted) return null;
  if (embed.type === 'image' && ownImagePath(embed.url, location.origin)) return <parts.Image src={embed.url} alt="" />;
  return embed.type === 'opengraph' ? <PageCard page={embed.data} url={embed.url} /> : null;
}

function PageCard({ page, url }: { page: OpenGraph; url: string }): ReactNode {
  const href = safeUrl(url);
  if (!href || (!page.title && !page.description)) return null;
  const image = page.images?.map((one) => ownImagePath(one.secure_url || one.url || '', location.origin)).find(Boolean);
  return (
    <section className={styles.card} style={{ '--bar': 'var(--line-firm)' } as CSSProperties}>
      <div className={styles.words}>
        <div className={styles.author}>{page.site_name || new URL(href).hostname}</div>
        {page.title && <p className={styles.title}><parts.Link href={href}>{page.title}</parts.Link></p>}
        {page.description && <p className={styles.clamped}>{page.description}</p>}
      </div>
      {image && <img className={styles.thumb} src={image} alt="" loading="lazy" />}
    </section>
  );
}
