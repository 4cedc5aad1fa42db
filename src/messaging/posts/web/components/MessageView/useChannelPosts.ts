import { useCallback, useEffect, useState } from 'react';
import { failureText, realtimeState, toast } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { channelsStore } from '#messaging/channels/web/index.ts';
import { catchUp, loadAround, loadNewer, loadNewest, loadOlder, openChannel } from '../../posts.load.ts';
import type { Stretch } from '../../posts.order.ts';
import { postsState, useStretch } from '../../posts.state.ts';

export type ChannelPosts = {
  /** Undefined while nothing can be shown yet. */
  readonly stretch: Stretch | undefined;
  /** Why nothing can be shown. */
  readonly failure: string;
  /** Why the next page did not come. */
  readonly page_failure: string;
  readonly reload: () => void;
  readonly older: () => void;
  readonly newer: () => void;
  readonly latest: () => void;
  /** How often the person has jumped to the end: each time a new list begins there. */
  readonly jumps: number;
};

/** The posts that a channel's list shows: the newest, those around the first unread, or those around a linked post. */
export function useChannelPosts(channel_id: Id, focused_post_id: Id | undefined): ChannelPosts {
  const [anchor_id, setAnchorId] = useState<Id | undefined>(focused_post_id);
  const [is_opened, setOpened] = useState(false);
  const [failure, setFailure] = useState('');
  const [page_failure, setPageFailure] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [jumps, setJumps] = useState(0);
  const stretch = useStretch(channel_id, anchor_id);
  useCatchUp(channel_id);

  useEffect(() => {
    let is_current = true;
    setFailure('');
    const opening = focused_post_id ? loadAround(channel_id, focused_post_id).then((post) => post.root_id || post.id) : openChannel(channel_id, channelsStore.getState().new_since);
    opening.then(
      (anchor) => {
        if (!is_current) return;
        setAnchorId(anchor);
        setOpened(true);
      },
      (error: unknown) => is_current && setFailure(failureText(error)),
    );
    return () => void (is_current = false);
  }, [channel_id, focused_post_id, attempt]);

  const page = useCallback((load: Promise<void>) => {
    setPageFailure('');
    load.catch((error: unknown) => setPageFailure(failureText(error)));
  }, []);
  const older = useCallback(() => stretch && page(loadOlder(channel_id, stretch)), [channel_id, stretch, page]);
  const newer = useCallback(() => stretch && page(loadNewer(channel_id, stretch)), [channel_id, stretch, page]);
  const latest = useCallback(() => {
    loadNewest(channel_id).then(() => {
      setAnchorId(undefined);
      setJumps((count) => count + 1);
    }, toast.failure);
  }, [channel_id]);
  return { stretch: is_opened ? stretch : undefined, failure, page_failure, reload: () => setAttempt(attempt + 1), older, newer, latest, jumps };
}

// Events were missed: as soon as the connection is back, what changed meanwhile is fetched.
function useCatchUp(channel_id: Id): void {
  const is_stale = postsState((state) => state.stale[channel_id] === true);
  const is_online = realtimeState((state) => state.status === 'online');
  useEffect(() => {
    if (is_stale && is_online) catchUp(channel_id).catch(() => undefined);
  }, [channel_id, is_stale, is_online]);
}
