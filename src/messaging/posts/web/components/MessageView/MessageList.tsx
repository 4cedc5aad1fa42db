import { useCallback, useMemo, type KeyboardEvent, type ReactNode } from 'react';
import { useMyUserId, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { useChannel, useChannelName } from '#messaging/channels/web/index.ts';
import { usePending } from '../../outbox.state.ts';
import { post_messages as m } from '../../posts.messages.ts';
import type { Stretch } from '../../posts.order.ts';
import { actOnPost } from '../../post-keys.ts';
import { buildRows, countNew, type Row } from '../../posts.rows.ts';
import { getPost, postsState, usePost } from '../../posts.state.ts';
import { PostScroller } from '../PostScroller/PostScroller.tsx';
import type { ScrollStart } from '../PostScroller/useScrolling.ts';
import { ActivityLine } from '../SystemPost/ActivityLine.tsx';
import { ChannelIntro } from './ChannelIntro.tsx';
import { DateLine, MoreLine, NewLine } from './lines.tsx';
import { NewPostAnnouncer } from './NewPostAnnouncer.tsx';
import { PendingRowView, PostRow } from './PostRow.tsx';
import type { ChannelPosts } from './useChannelPosts.ts';
import { useReading } from './useReading.ts';

type MessageListProps = { channel_id: Id; focused_post_id: Id | undefined; posts: ChannelPosts; stretch: Stretch };

/** The posts of a channel as a list that knows what is new. */
export function MessageList({ channel_id, focused_post_id, posts: { older, newer, latest, page_failure, jumps }, stretch }: MessageListProps): ReactNode {
  const t = useT();
  const me = useMyUserId();
  const name = useChannelName(useChannel(channel_id));
  const all_posts = postsState((state) => state.posts);
  const removing = postsState((state) => state.removing);
  const pending = usePending(channel_id, '');
  const newest = usePost(stretch.ids.at(-1) ?? '');
  const { new_after, seen_until, setBottom } = useReading(channel_id, newest, stretch.is_newest);
  const ids = useMemo(() => stretch.ids.filter((id) => !removing[id]), [stretch.ids, removing]);
  const rows = useMemo(() => buildRows({ ids, posts: all_posts, pending, me, new_after, is_oldest: stretch.is_oldest, is_newest: stretch.is_newest }), [ids, all_posts, pending, me, new_after, stretch]);
  const new_count = useMemo(() => (seen_until ? countNew(ids, all_posts, me, seen_until) : 0), [ids, all_posts, me, seen_until]);
  const is_empty = ids.every((id) => getPost(id)?.type.startsWith('system_'));
  const start = useMemo<ScrollStart>(() => (jumps > 0 ? ({ at: 'bottom' } as const) : startOf(rows, focused_post_id)), [channel_id, focused_post_id, jumps]);

  const draw = useCallback((row: Row, is_active: boolean, hold: (is_held: boolean) => void): ReactNode => {
    if (row.kind === 'post') return <PostRow post_id={row.id} place="channel" is_grouped={row.is_grouped} is_focused={row.id === focused_post_id} is_active={is_active} hold={hold} />;
    if (row.kind === 'pending') return <PendingRowView pending_post_id={row.pending_post_id} is_grouped={row.is_grouped} />;
    if (row.kind === 'activity') return <ActivityLine posts={row.ids.flatMap((id) => getPost(id) ?? [])} />;
    if (row.kind === 'date') return <DateLine at={row.at} />;
    if (row.kind === 'new') return <NewLine />;
    if (row.kind === 'intro') return <ChannelIntro channel_id={channel_id} is_empty={is_empty} />;
    return <MoreLine failure={page_failure} on_retry={row.kind === 'older' ? older : newer} />;
  }, [channel_id, focused_post_id, is_empty, page_failure, older, newer]);
  const onRowKey = (row: Row, event: KeyboardEvent) => {
    const post = row.kind === 'post' ? getPost(row.id) : undefined;
    if (post) actOnPost(post, 'channel', event);
  };
  return (
    <>
      <PostScroller rows={rows} label={t(m.list, { channel: name })} start={start} is_newest={stretch.is_newest} new_count={new_count} draw={draw} on_older={older} on_newer={newer} on_bottom={setBottom} on_latest={latest} on_row_key={onRowKey} />
      <NewPostAnnouncer post={stretch.is_newest ? newest : undefined} />
    </>
  );
}

function startOf(rows: readonly Row[], focused_post_id: Id | undefined): ScrollStart {
  const focused = focused_post_id ? rows.find((row) => row.kind === 'post' && row.id === focused_post_id) : undefined;
  if (focused) return { at: 'row', key: focused.key, align: 'center' };
  return rows.some((row) => row.kind === 'new') ? { at: 'row', key: 'new', align: 'start' } : { at: 'bottom' };
}
