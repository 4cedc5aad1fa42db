import { CornerDownRight } from 'lucide-react';
import { memo, useState, type ReactNode } from 'react';
import { Button, common_messages, EmptyState, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { ChannelIcon, postPath, useChannel, useChannelName } from '#messaging/channels/web/index.ts';
import { PostSkeletons, PostToolbar, PostView, stayInPage, usePost } from '#messaging/posts/web/index.ts';
import { search_messages as m } from '../search.messages.ts';
import styles from './Search.module.css';

type ResultsProps = {
  /** Null while they are on their way. */
  ids: readonly Id[] | null;
  failure: string;
  on_retry: () => void;
  empty: ReactNode;
  words_of?: (post_id: Id) => readonly string[];
};

/** Messages out of their context, each with the way to its place. */
export function Results({ ids, failure, on_retry, empty, words_of }: ResultsProps): ReactNode {
  const t = useT();
  if (failure) return <EmptyState text={t(m.failed, { reason: failure })} action={<Button onClick={on_retry}>{t(common_messages.try_again)}</Button>} />;
  if (!ids) return <PostSkeletons count={5} />;
  if (!ids.length) return empty;
  return <ul className={styles.results}>{ids.map((id) => <Result key={id} post_id={id} words={words_of?.(id)} />)}</ul>;
}

const Result = memo(function Result({ post_id, words }: { post_id: Id; words: readonly string[] | undefined }): ReactNode {
  const t = useT();
  const post = usePost(post_id);
  const channel = useChannel(post?.channel_id ?? '');
  const channel_name = useChannelName(channel);
  const [is_pointed, setPointed] = useState(false);
  const [is_held, setHeld] = useState(false);
  if (!post || post.delete_at) return null;
  const path = postPath(post.id);
  return (
    <li className={styles.result} onPointerEnter={() => setPointed(true)} onPointerLeave={() => setPointed(false)}>
      <div className={styles.where}>
        {channel && <ChannelIcon channel={channel} size={13} />}
        <span className={styles.channel}>{channel_name}</span>
        {post.root_id && <span className={styles.kind}>· {t(m.reply)}</span>}
        <a className={styles.jump} href={path} onClick={(event) => stayInPage(event, path)}><CornerDownRight size={13} aria-hidden="true" />{t(m.jump)}</a>
      </div>
      <PostView post={post} place="result" {...(words ? { marked_words: words } : {})} toolbar={is_pointed || is_held ? <PostToolbar post={post} place="result" on_hold={setHeld} /> : undefined} />
    </li>
  );
});
