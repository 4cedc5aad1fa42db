import type { Sql } from '#kernel/server/index.ts';
import type { NewPost } from '#messaging/posts/server/feature.ts';
import { addFollowers, findFollowers, findMemberships, type FollowerDelta } from './threads.store.ts';

interface Draft {
  post_id: string;
  user_id: string;
  viewed_at: number;
  mentions: number;
  at: number;
}

// What an author had seen of the thread before the reply, kept until the event tells the followers.
const seen_before = new WeakMap<object, number>();

/** When the author of a new reply had last seen its thread before writing it; 0 for never. */
export function takeSeenBefore(key: object): number {
  return seen_before.get(key) ?? 0;
}

// Who follows the thread of a new reply, kept until it is told.
const followers_of = new WeakMap<object, string[]>();

/** Who follows the thread of a reply that was just written. */
export function takeFollowers(key: object): readonly string[] {
  return followers_of.get(key) ?? [];
}

/** Who follows a thread after a batch of replies: authors, the root's author, people mentioned in a reply or in the root. */
export function followersOf(posts: readonly NewPost[]): FollowerDelta[] {
  const drafts = new Map<string, Draft>();
  const draft = (post_id: string, user_id: string, at: number): Draft => {
    const known = drafts.get(post_id + user_id) ?? { post_id, user_id, viewed_at: 0, mentions: 0, at };
    drafts.set(post_id + user_id, known);
    known.at = at;
    return known;
  };
  for (const { row, root_user_id, root_mentioned, mentioned, is_automatic } of posts) {
    if (!row.root_id) continue;
    for (const user_id of root_mentioned) draft(row.root_id, user_id, row.create_at);
    if (root_user_id) draft(row.root_id, root_user_id, row.create_at);
    for (const user_id of mentioned) draft(row.root_id, user_id, row.create_at).mentions++;
    if (is_automatic) continue;
    const author = draft(row.root_id, row.user_id, row.create_at);
    author.viewed_at = row.create_at;
    author.mentions = 0;
  }
  return [...drafts.values()];
}

/** Runs in the transaction of the posts. */
export function recordFollowers(tx: Sql, posts: readonly NewPost[]): Promise<void> | undefined {
  const replies = posts.filter((post) => post.row.root_id);
  if (!replies.length) return undefined;
  return Promise.all([
    findMemberships(tx, replies.map(({ row }) => ({ post_id: row.root_id, user_id: row.user_id }))).then((known) => {
      for (const reply of replies) seen_before.set(reply.row, known.find((m) => m.post_id === reply.row.root_id && m.user_id === reply.row.user_id)?.last_viewed_at ?? 0);
    }),
    addFollowers(tx, followersOf(replies)),
    findFollowers(tx, replies.map(({ row }) => row.root_id)).then((known) => {
      for (const { row } of replies) followers_of.set(row, known.filter((m) => m.post_id === row.root_id).map((m) => m.user_id));
    }),
  ]).then(() => {});
}
