import { Pin } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { EmptyState, PanelFrame, useT, type PanelProps } from '#kernel/web/index.ts';
import { useChannel, useChannelName } from '#messaging/channels/web/index.ts';
import { postsState } from '#messaging/posts/web/index.ts';
import { search_messages as m } from '../search.messages.ts';
import { usePinned } from '../useSearch.ts';
import { Results } from './Results.tsx';

/** What is pinned to a channel. Pins that come while it is open are added. */
export default function PinnedPanel({ entry }: PanelProps): ReactNode {
  const t = useT();
  const channel_id = entry.channel_id ?? '';
  const name = useChannelName(useChannel(channel_id));
  const { ids: loaded, failure, retry } = usePinned(channel_id);
  const posts = postsState((state) => state.posts);
  const ids = useMemo(() => {
    if (!loaded) return null;
    const pinned = Object.values(posts).filter((post) => post.channel_id === channel_id && post.is_pinned && !post.delete_at);
    return pinned.sort((a, b) => b.create_at - a.create_at).map((post) => post.id);
  }, [loaded, posts, channel_id]);
  return (
    <PanelFrame title={t(m.pinned)} subtitle={name}>
      <Results ids={ids} failure={failure} on_retry={retry} empty={<EmptyState icon={<Pin size={20} />} text={t(m.pinned_none)} />} />
    </PanelFrame>
  );
}
