import { useEffect, useLayoutEffect, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { Button, common_messages, EmptyState, failureText, NotFound, panel, Skeleton, useT } from '#kernel/web/index.ts';
import { setCurrentChannel } from '../channels.view.ts';
import { rememberChannel } from '../last-channel.ts';
import { useChannelOfRoute } from '../useChannelOfRoute.ts';
import styles from './ChannelPage.module.css';
import { ChannelView } from './ChannelView.tsx';

/** A channel at its address. */
export function ChannelPage(): ReactNode {
  const t = useT();
  const found = useChannelOfRoute();
  const { post_id } = useParams();
  const channel_id = found.state === 'found' ? found.channel.id : '';
  const team_id = found.state === 'found' ? found.channel.team_id : '';
  const root_id = found.state === 'found' ? found.root_id : '';
  // Before the conversation's own effects: what was new must be known before it says that it was seen.
  useLayoutEffect(() => setCurrentChannel(channel_id), [channel_id]);
  useLayoutEffect(() => () => setCurrentChannel(''), []);
  useEffect(() => {
    if (channel_id) rememberChannel(channel_id, team_id);
  }, [channel_id, team_id]);
  useEffect(() => {
    if (root_id && post_id) panel.open({ kind: 'thread', post_id: root_id });
  }, [root_id, post_id]);
  if (found.state === 'missing') return <NotFound text={found.reason} />;
  if (found.state === 'failed') return <EmptyState text={failureText(found.error)} action={<Button onClick={found.retry}>{t(common_messages.try_again)}</Button>} />;
  if (found.state === 'loading') return <ChannelSkeleton />;
  return <ChannelView key={found.channel.id} channel={found.channel} focused_post_id={found.focused_post_id} />;
}

function ChannelSkeleton(): ReactNode {
  return (
    <div className={styles.bar} aria-hidden="true">
      <Skeleton width={18} height={18} />
      <Skeleton width={160} height={16} />
    </div>
  );
}
