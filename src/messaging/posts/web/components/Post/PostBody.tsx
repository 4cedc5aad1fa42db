import { memo, type ReactNode } from 'react';
import { classNames, formatExact, Tooltip, useT } from '#kernel/web/index.ts';
import { FileList } from '#messaging/files/web/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { post_messages as m } from '../../posts.messages.ts';
import { post_slots } from '../../posts.slots.ts';
import { useKeywords } from '../../keywords.ts';
import { AttachmentCard } from '../Cards/AttachmentCard.tsx';
import { EmbedCard } from '../Cards/EmbedCard.tsx';
import { Markdown } from '../Markdown/Markdown.tsx';
import { Collapsible } from './Collapsible.tsx';
import styles from './Post.module.css';

type PostBodyProps = { post: Post; marked_words?: readonly string[] | undefined };

/** Text, cards and files of a post. */
export const PostBody = memo(function PostBody({ post, marked_words }: PostBodyProps): ReactNode {
  const keywords = useKeywords();
  const is_mention_marked = post.props.mentionHighlightDisabled !== true;
  const attachments = Array.isArray(post.props.attachments) ? post.props.attachments : [];
  const files = post.metadata?.files ?? [];
  return (
    <>
      {post.message && (
        <Collapsible>
          <div className={classNames(post.type === 'me' ? styles.me_said : styles.text, post.edit_at > 0 && styles.changed)}>
            <Markdown text={post.message} channel_mentions={post.props.channel_mentions} is_mention_marked={is_mention_marked} marked_words={marked_words ?? (is_mention_marked ? keywords : [])} may_be_jumbo />
            {post.edit_at > 0 && <Edited at={post.edit_at} />}
          </div>
        </Collapsible>
      )}
      {attachments.map((attachment, index) => <AttachmentCard key={index} post={post} attachment={attachment} />)}
      {!attachments.length && <EmbedCard post={post} />}
      {files.length > 0 && <FileList files={files} />}
      {post_slots.foot.all().map((Foot, index) => <Foot key={index} post={post} />)}
    </>
  );
});

function Edited({ at }: { at: number }): ReactNode {
  const t = useT();
  return <Tooltip label={t(m.edited_at, { time: formatExact(at) })}><span className={styles.edited} tabIndex={-1}>({t(m.edited)})</span></Tooltip>;
}
