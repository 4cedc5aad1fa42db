import { useEffect, useState, type ReactNode } from 'react';
import { Button, common_messages, EmptyState, failureText, PanelFrame, realtimeState, useT, type PanelProps } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { useChannel, useChannelName } from '#messaging/channels/web/index.ts';
import { Composer, loadThread, PostSkeletons, postsState, TypingLine, useCanWrite, usePost } from '#messaging/posts/web/index.ts';
import { thread_messages as m } from '../threads.messages.ts';
import { FollowButton } from './FollowButton.tsx';
import styles from './Threads.module.css';
import { ThreadPosts } from './ThreadPosts.tsx';

/** A thread in the right-hand panel. */
export default function ThreadPanel({ entry }: PanelProps): ReactNode {
  const t = useT();
  const root_id = entry.post_id ?? '';
  const root = usePost(root_id);
  const channel = useChannel(root?.channel_id ?? '');
  const channel_name = useChannelName(channel);
  const can_write = useCanWrite(channel?.id ?? '');
  const { is_loaded, failure, retry } = useThreadPosts(root_id);
  return (
    <PanelFrame title={t(m.thread)} subtitle={channel_name} actions={root && !root.delete_at && <FollowButton root={root} />}>
      {failure && <EmptyState text={t(m.gone, { reason: failure })} action={<Button onClick={retry}>{t(common_messages.try_again)}</Button>} />}
      {!failure && !(is_loaded && root) && <PostSkeletons count={4} />}
      {!failure && is_loaded && root && <ThreadPosts key={root_id} root={root} />}
      {!failure && root && !root.delete_at && channel?.delete_at === 0 && can_write && (
        <Composer channel_id={root.channel_id} root_id={root_id} name={t(m.name, { channel: channel_name })} place="thread" is_focused_first />
      )}
      <div className={styles.typing}><TypingLine channel_id={root?.channel_id ?? ''} root_id={root_id} /></div>
    </PanelFrame>
  );
}

function useThreadPosts(root_id: Id): { is_loaded: boolean; failure: string; retry: () => void } {
  const is_loaded = postsState((state) => state.threads[root_id]?.is_complete === true);
  const is_stale = postsState((state) => state.stale[root_id] === true);
  const is_online = realtimeState((state) => state.status !== 'offline');
  const [failure, setFailure] = useState('');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    setFailure('');
    if (!root_id || !is_online) return;
    let is_current = true;
    loadThread(root_id).catch((error: unknown) => is_current && setFailure(failureText(error)));
    return () => void (is_current = false);
  }, [root_id, is_stale, is_online, attempt]);
  return { is_loaded, failure, retry: () => setAttempt(attempt + 1) };
}
