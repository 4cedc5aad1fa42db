import type { User } from '#identity/users/wire/index.ts';
import type { Id, Timestamp } from '#kernel/wire/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import type { Reaction } from '#messaging/reactions/wire/index.ts';
import { addNewest, addPage, removeIds, sortIds, type ChannelOrder, type OrderPage } from './posts.order.ts';

/** Replies of a thread, oldest first, without the root. */
export type ThreadOrder = { readonly ids: readonly Id[]; readonly is_complete: boolean };

export type PostsData = {
  readonly posts: Readonly<Record<Id, Post>>;
  readonly channels: Readonly<Record<Id, ChannelOrder>>;
  readonly threads: Readonly<Record<Id, ThreadOrder>>;
};

export const no_posts: PostsData = { posts: {}, channels: {}, threads: {} };

/** Takes posts over. Of two versions the later one stays, and what is deleted stays deleted. */
export function addPosts<T extends PostsData>(state: T, incoming: readonly Post[]): T {
  const posts = { ...state.posts };
  let is_changed = false;
  for (const post of incoming) {
    const next = laterOf(posts[post.id], post);
    if (next === posts[post.id]) continue;
    posts[post.id] = next;
    is_changed = true;
  }
  return is_changed ? { ...state, posts } : state;
}

/** Takes a page of a channel over; its posts must be in `posts` already. */
export function addChannelPage<T extends PostsData>(state: T, channel_id: Id, page: OrderPage): T {
  const time_of = timeIn(state);
  const known = { ...page, ids: page.ids.filter((id) => !state.posts[id]?.delete_at) };
  return { ...state, channels: { ...state.channels, [channel_id]: addPage(state.channels[channel_id] ?? [], known, time_of) } };
}

/** Takes the whole of a thread over. */
export function addThread<T extends PostsData>(state: T, root_id: Id, reply_ids: readonly Id[]): T {
  const known = state.threads[root_id]?.ids ?? [];
  const ids = sortIds([...new Set([...known, ...reply_ids])], timeIn(state));
  return { ...state, threads: { ...state.threads, [root_id]: { ids, is_complete: true } } };
}

/** A post was written, here or elsewhere. Hearing of it twice changes nothing. */
export function receivePosted<T extends PostsData>(state: T, post: Post): T {
  if (state.posts[post.id]) return addPosts(state, [post]);
  const next = addPosts(state, [post]);
  if (post.root_id) return addReply(next, post);
  const order = next.channels[post.channel_id];
  return order ? { ...next, channels: { ...next.channels, [post.channel_id]: addNewest(order, post.id, timeIn(next)) } } : next;
}

/** A post is gone. Others' posts leave a note in its place until the list is loaded anew; `is_hidden` leaves none. */
export function receiveDeleted<T extends PostsData>(state: T, post: Post, deleted_at: Timestamp, is_hidden: boolean): T {
  const known = state.posts[post.id] ?? post;
  if (known.delete_at && !is_hidden) return state;
  const posts: Record<Id, Post> = { ...state.posts, [post.id]: { ...known, delete_at: known.delete_at || deleted_at, message: '', props: {}, file_ids: [], metadata: {} } };
  let next: T = { ...state, posts };
  if (known.root_id) next = dropReply(next, known, is_hidden, !state.posts[post.id]?.delete_at);
  if (!is_hidden || known.root_id) return next;
  const order = next.channels[known.channel_id];
  return order ? { ...next, channels: { ...next.channels, [known.channel_id]: removeIds(order, new Set([known.id])) } } : next;
}

/** Somebody reacted, or took a reaction back. */
export function changeReaction<T extends PostsData>(state: T, reaction: Reaction, is_added: boolean): T {
  const post = state.posts[reaction.post_id];
  if (!post) return state;
  const others = (post.metadata?.reactions ?? []).filter((one) => one.user_id !== reaction.user_id || one.emoji_name !== reaction.emoji_name);
  const reactions = is_added ? [...others, reaction] : others;
  const changed: Post = { ...post, has_reactions: reactions.length > 0, metadata: { ...post.metadata, reactions } };
  return { ...state, posts: { ...state.posts, [post.id]: changed } };
}

/** Changes single fields of a known post. */
export function patchPost<T extends PostsData>(state: T, post_id: Id, patch: Partial<Post>): T {
  const post = state.posts[post_id];
  return post ? { ...state, posts: { ...state.posts, [post_id]: { ...post, ...patch } } } : state;
}

function laterOf(known: Post | undefined, incoming: Post): Post {
  if (!known) return incoming;
  if (known.delete_at && !incoming.delete_at) return known;
  if (incoming.update_at < known.update_at && !incoming.delete_at) return known;
  const merged = { ...incoming };
  // Events carry less than answers do: reactions and participants that are left out have not gone away.
  if (incoming.has_reactions && !incoming.metadata?.reactions) merged.metadata = { ...incoming.metadata, ...(known.metadata?.reactions ? { reactions: known.metadata.reactions } : {}) };
  if (!incoming.root_id) {
    merged.last_reply_at = incoming.last_reply_at || known.last_reply_at;
    merged.participants = incoming.participants ?? known.participants;
    if (incoming.is_following === undefined && known.is_following !== undefined) merged.is_following = known.is_following;
  }
  merged.pending_post_id = incoming.pending_post_id || known.pending_post_id;
  return merged;
}

function addReply<T extends PostsData>(state: T, reply: Post): T {
  const thread = state.threads[reply.root_id];
  const threads = thread ? { ...state.threads, [reply.root_id]: { ...thread, ids: sortIds([...thread.ids, reply.id], timeIn(state)) } } : state.threads;
  const root = state.posts[reply.root_id];
  if (!root) return { ...state, threads };
  const author = { id: reply.user_id } as User;
  const others = (root.participants ?? []).filter((one) => one.id !== reply.user_id);
  const changed: Post = { ...root, reply_count: reply.reply_count > 0 ? Math.max(root.reply_count, reply.reply_count) : root.reply_count + 1, last_reply_at: Math.max(root.last_reply_at, reply.create_at), participants: [author, ...others] };
  return { ...state, threads, posts: { ...state.posts, [root.id]: changed } };
}

function dropReply<T extends PostsData>(state: T, reply: Post, is_hidden: boolean, is_first: boolean): T {
  const thread = state.threads[reply.root_id];
  const threads = thread && is_hidden ? { ...state.threads, [reply.root_id]: { ...thread, ids: thread.ids.filter((id) => id !== reply.id) } } : state.threads;
  const root = state.posts[reply.root_id];
  const posts = root && is_first ? { ...state.posts, [root.id]: { ...root, reply_count: Math.max(0, root.reply_count - 1) } } : state.posts;
  return { ...state, threads, posts };
}

function timeIn(state: PostsData): (id: Id) => Timestamp {
  return (id) => state.posts[id]?.create_at ?? 0;
}
