import { useEffect, useState, type ReactNode } from 'react';
import { Dialog, failureText, formatExact, Skeleton, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { fetchEditHistory } from '../../posts.client.ts';
import { post_messages as m } from '../../posts.messages.ts';
import { Markdown } from '../Markdown/Markdown.tsx';
import styles from './PostToolbar.module.css';

/** What a message said before it was changed. */
export function HistoryDialog({ post_id }: { post_id: Id }): ReactNode {
  const t = useT();
  const [versions, setVersions] = useState<Post[] | null>(null);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    fetchEditHistory(post_id).then(setVersions, (error: unknown) => setFailure(failureText(error)));
  }, [post_id]);
  return (
    <Dialog title={t(m.history)} description={t(m.history_text)} size="m">
      {failure && <p role="alert">{failure}</p>}
      {!versions && !failure && <Skeleton height={48} />}
      {versions?.length === 0 && <p>{t(m.history_none)}</p>}
      <ol className={styles.versions}>
        {versions?.map((version) => (
          <li key={version.id}>
            <time className={styles.when} dateTime={new Date(version.edit_at || version.create_at).toISOString()}>{formatExact(version.edit_at || version.create_at)}</time>
            <Markdown text={version.message} is_mention_marked={false} />
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
