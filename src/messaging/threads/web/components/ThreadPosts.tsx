import { useCallback, useEffect, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { currentTeam } from '#identity/teams/web/index.ts';
import { startOfDay, useMyUserId, useT } from '#kernel/web/index.ts';
import type { Timestamp } from '#kernel/wire/index.ts';
import { actOnPost, buildRows, DateLine, getPost, NewLine, PendingRowView, PostRow, PostScroller, postsState, usePending, useWindowFocus, type Row } from '#messaging/posts/web/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { readThread } from '../threads.client.ts';
import { thread_messages as m } from '../threads.messages.ts';
import { markThreadRead } from '../threads.rules.ts';
import { changeThreads, teamsOfThread, threadsState, useThread } from '../threads.state.ts';
import styles from './Threads.module.css';

const nothing = () => undefined;

/** Root and replies as one list. */
export function ThreadPosts({ root }: { root: Post }): ReactNode {
  const t = useT();
  const me = useMyUserId();
  const posts = postsState((state) => state.posts);
  const removing = postsState((state) => state.removing);
  const order = postsState((state) => state.threads[root.id]);
  const pending = usePending(root.channel_id, root.id);
  // Where reading ended when the thread was opened; replies that come while it is open are seen.
  const [new_after] = useState<Timestamp>(() => newAfterOf(root.id));
  const setBottom = useThreadReading(root, order?.ids.at(-1));
  const rows = useMemo(() => {
    const ids = (order?.ids ?? []).filter((id) => !removing[id]);
    const all = buildRows({ ids, posts, pending, me, new_after, is_oldest: true, is_newest: true });
    const first = all[1];
    return first?.kind === 'date' && startOfDay(first.at) === startOfDay(root.create_at) ? all.filter((row) => row !== first) : all;
  }, [order, removing, posts, pending, me, new_after, root.create_at]);
  const start = useMemo(() => (rows.some((row) => row.kind === 'new') ? ({ at: 'row', key: 'new', align: 'center' } as const) : ({ at: 'bottom' } as const)), [root.id]);

  const draw = useCallback((row: Row, is_active: boolean, hold: (is_held: boolean) => void): ReactNode => {
    if (row.kind === 'intro') return <Root root_id={root.id} is_active={is_active} hold={hold} />;
    if (row.kind === 'post') return <PostRow post_id={row.id} place="thread" is_grouped={row.is_grouped} is_active={is_active} hold={hold} />;
    if (row.kind === 'pending') return <PendingRowView pending_post_id={row.pending_post_id} is_grouped={row.is_grouped} />;
    return row.kind === 'date' ? <DateLine at={row.at} /> : <NewLine />;
  }, [root.id]);
  const onRowKey = (row: Row, event: KeyboardEvent) => {
    const post = row.kind === 'post' ? getPost(row.id) : row.kind === 'intro' ? root : undefined;
    if (post) actOnPost(post, 'thread', event);
  };
  return <PostScroller rows={rows} label={t(m.list)} start={start} is_newest new_count={0} draw={draw} on_older={nothing} on_newer={nothing} on_latest={nothing} on_bottom={setBottom} on_row_key={onRowKey} is_top_aligned />;
}

function Root({ root_id, is_active, hold }: { root_id: string; is_active: boolean; hold: (is_held: boolean) => void }): ReactNode {
  const t = useT();
  const count = postsState((state) => state.posts[root_id]?.reply_count ?? 0);
  return (
    <div className={styles.root}>
      <PostRow post_id={root_id} place="thread" is_grouped={false} is_active={is_active} hold={hold} />
      <div className={styles.count}>{t(m.replies, { count })}</div>
    </div>
  );
}

function newAfterOf(root_id: string): Timestamp {
  const thread = threadsState.getState().by_id[root_id];
  return thread && thread.unread_replies > 0 ? thread.last_viewed_at : 0;
}

/** A followed thread is read when its end is seen on a page that has the focus. */
function useThreadReading(root: Post, last_id: string | undefined): (is_at_bottom: boolean) => void {
  const [is_at_bottom, setBottom] = useState(false);
  const has_focus = useWindowFocus();
  const thread = useThread(root.id);
  const is_unread = (thread?.unread_replies ?? 0) > 0 || (thread?.unread_mentions ?? 0) > 0;
  useEffect(() => {
    if (!is_at_bottom || !has_focus || !is_unread) return;
    const at = Math.max(Date.now(), getPost(last_id ?? '')?.create_at ?? 0);
    const team_ids = teamsOfThread(root.id);
    changeThreads((threads) => markThreadRead(threads, team_ids, root.id, at, { unread_replies: 0, unread_mentions: 0 }));
    // A lost call is made up for by the next reply or when the threads are loaded again.
    readThread(team_ids[0] ?? currentTeam()?.id ?? '', root.id, at).catch(() => undefined);
  }, [root.id, last_id, is_at_bottom, has_focus, is_unread]);
  return setBottom;
}
