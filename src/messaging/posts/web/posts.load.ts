import { ApiError } from '#kernel/web/index.ts';
import type { Id, Timestamp } from '#kernel/wire/index.ts';
import type { Post, PostList } from '#messaging/posts/wire/index.ts';
import { addPosts, receiveDeleted, receivePosted } from './posts.changes.ts';
import { fetchAfter, fetchAround, fetchAroundUnread, fetchBefore, fetchNewest, fetchPost, fetchSince, fetchThread, SINCE_MAX } from './posts.client.ts';
import { findStretch, type Stretch } from './posts.order.ts';
import { dropChannel, getPost, keepPage, keepPosts, keepThread, markFresh, postsState } from './posts.state.ts';

const under_way = new Map<string, Promise<unknown>>();

/** Makes sure that a channel has posts to show. Answers the first post after `read_until` where that is not among the newest. */
export async function openChannel(channel_id: Id, read_until: Timestamp): Promise<Id | undefined> {
  const { channels, stale } = postsState.getState();
  if (findStretch(channels[channel_id])) {
    if (stale[channel_id]) await catchUp(channel_id);
    return undefined;
  }
  // Who has never read here begins with what is said now.
  const list = await once(`open ${channel_id}`, () => (read_until > 0 ? fetchAroundUnread(channel_id) : fetchNewest(channel_id)));
  const is_newest = !list.next_post_id;
  keepPage(channel_id, list, { is_oldest: !list.prev_post_id, is_newest });
  return is_newest ? undefined : firstAfter(list, read_until);
}

/** Loads the end of a channel, e.g. to jump there from older posts. */
export async function loadNewest(channel_id: Id): Promise<void> {
  const list = await once(`newest ${channel_id}`, () => fetchNewest(channel_id));
  keepPage(channel_id, list, { is_oldest: !list.prev_post_id, is_newest: true });
}

export async function loadOlder(channel_id: Id, stretch: Stretch): Promise<void> {
  const first = stretch.ids.find((id) => getPost(id)?.type !== 'system_ephemeral');
  if (!first || stretch.is_oldest) return;
  const list = await once(`before ${first}`, () => fetchBefore(channel_id, first));
  keepPage(channel_id, list, { is_oldest: !list.prev_post_id || !list.order?.length, is_newest: false, touches: first });
}

export async function loadNewer(channel_id: Id, stretch: Stretch): Promise<void> {
  const last = stretch.ids.at(-1);
  if (!last || stretch.is_newest) return;
  const list = await once(`after ${last}`, () => fetchAfter(channel_id, last));
  keepPage(channel_id, list, { is_oldest: false, is_newest: !list.next_post_id || !list.order?.length, touches: last });
}

/** Loads the neighbourhood of a post for a link to it. Answers the post; of a reply, its root is what the channel shows. */
export async function loadAround(channel_id: Id, post_id: Id): Promise<Post> {
  const post = getPost(post_id) ?? (await fetchPost(post_id));
  if (post.channel_id !== channel_id) throw new ApiError({ id: 'not_in_channel', message: 'This message is in another channel.' }, 404);
  keepPosts([post]);
  const shown_id = post.root_id || post.id;
  if (findStretch(postsState.getState().channels[channel_id], shown_id)) return post;
  const shown = post.root_id ? await fetchPost(post.root_id) : post;
  const [before, after] = await once(`around ${shown_id}`, () => fetchAround(channel_id, shown_id));
  const order = [...(after.order ?? []), shown_id, ...(before.order ?? [])];
  const list = { ...before, order, posts: { ...before.posts, ...after.posts, [shown_id]: shown } };
  keepPage(channel_id, list, { is_oldest: !before.prev_post_id || !before.order?.length, is_newest: !after.next_post_id || !after.order?.length });
  return post;
}

/** Loads a thread; one that has missed events is loaded again. */
export async function loadThread(root_id: Id): Promise<void> {
  const { threads, stale } = postsState.getState();
  if (threads[root_id]?.is_complete && !stale[root_id]) return;
  keepThread(root_id, await once(`thread ${root_id}`, () => fetchThread(root_id)));
}

/** Brings a channel up to date after a break in the connection. */
export async function catchUp(channel_id: Id): Promise<void> {
  const since = postsState.getState().synced_at[channel_id] ?? 0;
  const list = await once(`since ${channel_id}`, () => fetchSince(channel_id, Math.max(0, since - 1)));
  const posts = Object.values(list.posts ?? {});
  if (posts.length >= SINCE_MAX) {
    dropChannel(channel_id);
    await loadNewest(channel_id);
    return;
  }
  postsState.setState((state) => posts.sort((a, b) => a.create_at - b.create_at).reduce((next, post) => takeChange(next, post), state));
  markFresh(channel_id, posts);
}

function takeChange(state: ReturnType<typeof postsState.getState>, post: Post): ReturnType<typeof postsState.getState> {
  if (post.delete_at) return state.posts[post.id] ? receiveDeleted(state, post, post.delete_at, true) : state;
  // Replies come along with their changed roots; those that no list shows change nothing.
  return post.root_id && !state.threads[post.root_id] ? addPosts(state, [post]) : receivePosted(state, post);
}

function firstAfter(list: PostList, time: Timestamp): Id | undefined {
  const newest_first = list.order ?? [];
  return newest_first.findLast((id) => (list.posts[id]?.create_at ?? 0) > time) ?? newest_first[0];
}

/** Two callers who want the same at the same time share one request. */
function once<T>(key: string, run: () => Promise<T>): Promise<T> {
  const running = under_way.get(key) as Promise<T> | undefined;
  if (running) return running;
  const started = run().finally(() => under_way.delete(key));
  under_way.set(key, started);
  return started;
}
