import { create } from 'zustand';
import type { Id, Timestamp } from '#kernel/wire/index.ts';
import type { Post, PostList } from '#messaging/posts/wire/index.ts';
import { addChannelPage, addPosts, addThread, no_posts, type PostsData } from './posts.changes.ts';
import { findStretch, type Stretch } from './posts.order.ts';

type PostsState = PostsData & {
  /** When a channel's newest stretch was last known to be whole; older than the last break = catch up first. */
  readonly synced_at: Readonly<Record<Id, Timestamp>>;
  /** Channels and threads that missed events. */
  readonly stale: Readonly<Record<Id, true>>;
  /** Posts that are being deleted: hidden while the person may still undo it. */
  readonly removing: Readonly<Record<Id, true>>;
};

/** Posts by id, the known order of channels and threads. */
export const postsState = create<PostsState>(() => ({ ...no_posts, synced_at: {}, stale: {}, removing: {} }));

export function usePost(post_id: Id): Post | undefined {
  return postsState((state) => state.posts[post_id]);
}

/** The known post; undefined where it was never loaded. */
export function getPost(post_id: Id): Post | undefined {
  return postsState.getState().posts[post_id];
}

/** The stretch that a list shows: around the focused post, or the newest one. */
export function useStretch(channel_id: Id, focused_post_id: Id | undefined): Stretch | undefined {
  return postsState((state) => findStretch(state.channels[channel_id], focused_post_id));
}

/** Takes posts over that belong to no list here: results of a search, roots of threads. */
export function keepPosts(posts: readonly Post[]): void {
  postsState.setState((state) => addPosts(state, posts));
}

/** Takes a page of a channel over. */
export function keepPage(channel_id: Id, list: PostList, page: { is_oldest: boolean; is_newest: boolean; touches?: Id }): void {
  postsState.setState((state) => {
    const posts = Object.values(list.posts ?? {});
    // Lists may carry replies; a channel shows roots only.
    const ids = [...(list.order ?? [])].reverse().filter((id) => list.posts[id] && !list.posts[id].root_id);
    // Posts that came live while the page was on its way are part of the end.
    const live = page.is_newest ? idsAfter(state, channel_id, list.posts[ids.at(-1) ?? '']?.create_at ?? 0) : [];
    return addChannelPage(addPosts(state, posts), channel_id, { ...page, ids: [...ids, ...live.filter((id) => !ids.includes(id))] });
  });
  if (page.is_newest) markFresh(channel_id, Object.values(list.posts ?? {}));
}

/** The end of a channel is known up to the last change of these posts. */
export function markFresh(channel_id: Id, posts: readonly Post[]): void {
  postsState.setState((state) => {
    const stale = { ...state.stale };
    delete stale[channel_id];
    return { stale };
  });
  noteSynced(channel_id, posts.reduce((time, post) => Math.max(time, post.update_at, post.delete_at), 0));
}

/** The server's events of this channel have been heard up to this time. */
export function noteSynced(channel_id: Id, time: Timestamp): void {
  const known = postsState.getState().synced_at[channel_id] ?? 0;
  if (time > known) postsState.setState((state) => ({ synced_at: { ...state.synced_at, [channel_id]: time } }));
}

export function keepThread(root_id: Id, list: PostList): void {
  postsState.setState((state) => {
    const posts = Object.values(list.posts ?? {});
    const stale = { ...state.stale };
    delete stale[root_id];
    return { ...addThread(addPosts(state, posts), root_id, posts.filter((post) => post.root_id === root_id && !post.delete_at).map((post) => post.id)), stale };
  });
}

/** What is new in a thread that the person follows; the threads feature keeps it. */
export type ThreadMark = { readonly unread_replies: number; readonly unread_mentions: number };

export const threadMarksState = create<{ readonly by_root: Readonly<Record<Id, ThreadMark>> }>(() => ({ by_root: {} }));

export function setRemoving(post_id: Id, is_removing: boolean): void {
  postsState.setState(({ removing }) => {
    const { [post_id]: _old, ...rest } = removing;
    return { removing: is_removing ? { ...rest, [post_id]: true } : rest };
  });
}

/** Forgets a channel's order, so that it is loaded anew. */
export function dropChannel(channel_id: Id): void {
  postsState.setState((state) => {
    const channels = { ...state.channels };
    delete channels[channel_id];
    return { channels };
  });
}

/** Events were missed: all that is loaded must catch up before it is trusted. */
export function markAllStale(): void {
  postsState.setState((state) => ({ stale: Object.fromEntries([...Object.keys(state.channels), ...Object.keys(state.threads)].map((id) => [id, true as const])) }));
}

export function forgetPosts(): void {
  postsState.setState({ ...no_posts, synced_at: {}, stale: {}, removing: {} });
}

function idsAfter(state: PostsState, channel_id: Id, time: Timestamp): Id[] {
  return Object.values(state.posts).filter((post) => post.channel_id === channel_id && !post.root_id && !post.delete_at && post.create_at > time).map((post) => post.id);
}
