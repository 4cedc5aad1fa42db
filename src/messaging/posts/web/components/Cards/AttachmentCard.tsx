import type { CSSProperties, ReactNode } from 'react';
import { Avatar, formatAgo, formatExact } from '#kernel/web/index.ts';
import type { MessageAttachment, MessageAttachmentField, Post } from '#messaging/posts/wire/index.ts';
import { barColour, fieldText, stampOf } from '../../cards.rules.ts';
import { ownImagePath, safeUrl } from '../../markdown/urls.ts';
import { Markdown } from '../Markdown/Markdown.tsx';
import { parts } from '../Markdown/parts.tsx';
import { Collapsible } from '../Post/Collapsible.tsx';
import { CardActions } from './CardActions.tsx';
import styles from './Cards.module.css';

type AttachmentCardProps = { post: Post; attachment: MessageAttachment };

/** What a machine says: an alert, a build, a ticket. Title, facts, at most a few buttons; the rest belongs into the thread. */
export function AttachmentCard({ post, attachment }: AttachmentCardProps): ReactNode {
  const { pretext, text, fields, actions, image_url, thumb_url } = attachment;
  const thumb = thumb_url ? ownImagePath(thumb_url, location.origin) : undefined;
  return (
    <>
      {pretext && <div className={styles.pretext}><Markdown text={pretext} /></div>}
      <section className={styles.card} style={{ '--bar': barColour(attachment.color) } as CSSProperties} aria-label={attachment.title || attachment.fallback || undefined}>
        <div className={styles.words}>
          <Author attachment={attachment} />
          {attachment.title && <Title attachment={attachment} />}
          {text && <Collapsible><div className={styles.body}><Markdown text={text} channel_mentions={post.props.channel_mentions} /></div></Collapsible>}
          {fields && fields.length > 0 && <Facts fields={fields} />}
        </div>
        {thumb && <img className={styles.thumb} src={thumb} alt="" loading="lazy" />}
        {image_url && <div className={styles.linked}><parts.Image src={image_url} alt={attachment.title} /></div>}
        {actions && actions.length > 0 && <CardActions post={post} actions={actions} />}
        <Footer attachment={attachment} />
      </section>
    </>
  );
}

function Author({ attachment }: { attachment: MessageAttachment }): ReactNode {
  if (!attachment.author_name) return null;
  const icon = attachment.author_icon ? ownImagePath(attachment.author_icon, location.origin) : undefined;
  const href = safeUrl(attachment.author_link ?? '');
  return (
    <div className={styles.author}>
      {icon && <Avatar name={attachment.author_name} seed={attachment.author_name} src={icon} size={18} />}
      {href ? <parts.Link href={href}>{attachment.author_name}</parts.Link> : attachment.author_name}
    </div>
  );
}

function Title({ attachment }: { attachment: MessageAttachment }): ReactNode {
  const href = safeUrl(attachment.title_link ?? '');
  const title = <Markdown text={attachment.title} is_inline />;
  return <p className={styles.title}>{href ? <parts.Link href={href}>{title}</parts.Link> : title}</p>;
}

function Facts({ fields }: { fields: readonly MessageAttachmentField[] }): ReactNode {
  return (
    <dl className={styles.facts}>
      {fields.map((field, index) => (
        <div key={index} className={field.short ? styles.fact : styles.wide}>
          {field.title && <dt>{field.title}</dt>}
          <dd><Markdown text={fieldText(field.value)} /></dd>
        </div>
      ))}
    </dl>
  );
}

function Footer({ attachment }: { attachment: MessageAttachment }): ReactNode {
  const icon = attachment.footer_icon ? ownImagePath(attachment.footer_icon, location.origin) : undefined;
  const at = stampOf(attachment.ts);
  if (!attachment.footer && !at) return null;
  return (
    <div className={styles.footer}>
      {icon && <img src={icon} alt="" width={14} height={14} />}
      {attachment.footer}
      {at > 0 && <time dateTime={new Date(at).toISOString()} title={formatExact(at)}>{formatAgo(at)}</time>}
    </div>
  );
}
