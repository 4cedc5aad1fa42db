import type { ReactNode } from 'react';
import { Button, common_messages, EmptyState, useT } from '#kernel/web/index.ts';
import { FileList } from '#messaging/files/web/index.ts';
import type { FileInfo } from '#messaging/files/wire/index.ts';
import { PostSkeletons } from '#messaging/posts/web/index.ts';
import { search_messages as m } from '../search.messages.ts';
import styles from './Search.module.css';

type FileResultsProps = { files: readonly FileInfo[] | null; failure: string; on_retry: () => void; empty: ReactNode };

/** Files that were found. */
export function FileResults({ files, failure, on_retry, empty }: FileResultsProps): ReactNode {
  const t = useT();
  if (failure) return <EmptyState text={t(m.failed, { reason: failure })} action={<Button onClick={on_retry}>{t(common_messages.try_again)}</Button>} />;
  if (!files) return <PostSkeletons count={4} />;
  return files.length ? <div className={styles.files}><FileList files={files} /></div> : empty;
}
