import type { ReactNode } from 'react';
import { FormattedMessage, type MessageDescriptor } from '#kernel/web/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { system_messages as m } from '../../system.messages.ts';
import { Markdown } from '../Markdown/Markdown.tsx';
import { PostTime } from '../Post/PostHead.tsx';
import { PersonName } from './PersonName.tsx';
import styles from './SystemPost.module.css';

type Change = { set: MessageDescriptor; changed: MessageDescriptor; removed: MessageDescriptor; before: string; after: string };

const CHANGES: Readonly<Record<string, Change>> = {
  system_header_change: { set: m.header_set, changed: m.header_changed, removed: m.header_removed, before: 'old_header', after: 'new_header' },
  system_purpose_change: { set: m.purpose_set, changed: m.purpose_changed, removed: m.purpose_removed, before: 'old_purpose', after: 'new_purpose' },
  system_displayname_change: { set: m.renamed, changed: m.renamed, removed: m.renamed, before: 'old_displayname', after: 'new_displayname' },
};
const SENTENCES: Readonly<Record<string, MessageDescriptor>> = { system_channel_deleted: m.archived, system_channel_restored: m.restored };

/** What the server says about the channel, quiet and plain. */
export function SystemPost({ post, toolbar }: { post: Post; toolbar?: ReactNode }): ReactNode {
  return (
    <article className={styles.line}>
      <span className={styles.side} />
      <div className={styles.said}>
        <SystemText post={post} />
        <PostTime post={post} />
      </div>
      {toolbar}
    </article>
  );
}

function SystemText({ post }: { post: Post }): ReactNode {
  const actor = <PersonName person={{ user_id: post.user_id, username: String(post.props.username ?? '') }} />;
  const change = CHANGES[post.type];
  if (change) {
    const before = textOf(post, change.before);
    const after = textOf(post, change.after);
    const sentence = before && after ? change.changed : after ? change.set : change.removed;
    return <FormattedMessage {...sentence} values={{ actor, before: <Quote text={before} />, after: <Quote text={after} /> }} />;
  }
  const sentence = SENTENCES[post.type];
  // Kinds that this page has no words for say what the server wrote.
  return sentence ? <FormattedMessage {...sentence} values={{ actor }} /> : <Markdown text={post.message} is_inline />;
}

function Quote({ text }: { text: string }): ReactNode {
  return <span className={styles.quote}>“<Markdown text={text} is_inline />”</span>;
}

function textOf(post: Post, key: string): string {
  const value = post.props[key];
  return typeof value === 'string' ? value : '';
}
