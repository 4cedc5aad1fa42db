import type { ReactNode } from 'react';
import { Button, common_messages, formatDay, formatExact, Skeleton, useNow, useT } from '#kernel/web/index.ts';
import type { Timestamp } from '#kernel/wire/index.ts';
import { post_messages as m } from '../../posts.messages.ts';
import styles from './MessageView.module.css';

/** The name of the day on which the posts below were written. */
export function DateLine({ at }: { at: Timestamp }): ReactNode {
  const now = useNow();
  return <div className={styles.day}><time dateTime={new Date(at).toISOString().slice(0, 10)} title={formatExact(at)}>{formatDay(at, now)}</time></div>;
}

export function NewLine(): ReactNode {
  const t = useT();
  return <div className={styles.new}><span>{t(m.new)}</span></div>;
}

const WIDTHS = ['72%', '48%', '86%', '38%', '64%', '54%', '78%', '42%'];

/** Stands for posts that are on their way. */
export function PostSkeletons({ count }: { count: number }): ReactNode {
  const t = useT();
  return (
    <div className={styles.skeletons} role="status" aria-label={t(m.loading)}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={styles.skeleton}>
          <Skeleton width={32} height={32} radius="28%" />
          <div className={styles.bones}>
            <Skeleton width={120} height={12} />
            <Skeleton width={WIDTHS[index % WIDTHS.length]!} height={12} />
          </div>
        </div>
      ))}
    </div>
  );
}

/** Loads more by itself; after a failure it waits for the person. */
export function MoreLine({ failure, on_retry }: { failure: string; on_retry: () => void }): ReactNode {
  const t = useT();
  if (!failure) return <PostSkeletons count={3} />;
  return <div className={styles.failed} role="alert">{t(m.load_failed, { reason: failure })}<Button size="s" onClick={on_retry}>{t(common_messages.try_again)}</Button></div>;
}
