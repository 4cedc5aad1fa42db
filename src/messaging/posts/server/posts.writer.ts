import type { App, Sql } from '#kernel/server/index.ts';
import { countMentions, countPosts, countWideMentions, markViewed } from '#messaging/channels/server/feature.ts';
import type { PostPriority } from '../wire/index.ts';
import { afterPostsInserted, queuedWithPosts } from './posts.extensions.ts';
import { isCounted } from './posts.rules.ts';
import { insertPriorities } from './posts.priority.ts';
import { countReplies, insertPosts, type PostRow, type ThreadDelta } from './posts.store.ts';

const MAX_BATCH = 256;

/** A post with everything that its arrival changes. */
export interface NewPost {
  readonly row: PostRow;
  /** Author of the root, for replies, if still in the channel. */
  readonly root_user_id: string;
  /** Whom the root addresses, for the first reply. */
  readonly root_mentioned: readonly string[];
  /** Written by an integration: its owner neither reads nor follows by it. */
  readonly is_automatic: boolean;
  /** Who is addressed in person; of a reply also who is addressed with the whole channel. */
  readonly mentioned: readonly string[];
  /** Whose personal mention counter grows: without those whom the running count of the channel reaches already. */
  readonly counted: readonly string[];
  /** Mentions the whole channel: one running count grows, no member's. */
  readonly is_wide: boolean;
  readonly is_urgent: boolean;
  readonly priority: PostPriority | null;
  /** The author has read the channel by posting to it. */
  readonly views_channel: boolean;
}

interface Waiting {
  readonly post: NewPost;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes posts. Those that arrive while a batch is being committed share the next commit: under load one transaction
 * carries many posts, and a lone post waits for nobody.
 */
export class PostWriter {
  readonly #app: App;
  #waiting: Waiting[] = [];
  #is_writing = false;

  constructor(app: App) {
    this.#app = app;
  }

  /** Resolves when the post is committed. */
  write(post: NewPost): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ post, resolve, reject });
      if (!this.#is_writing) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#is_writing = true;
    while (this.#waiting.length) {
      const batch = this.#waiting.splice(0, MAX_BATCH);
      await this.#commit(batch);
    }
    this.#is_writing = false;
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    try {
      const posts = batch.map((w) => w.post);
      const [, ...committed] = await this.#app.db.tx((tx) => Promise.all([writeBatch(this.#app, tx, posts), ...this.#app.all(queuedWithPosts).map((queue) => queue(this.#app, tx, posts))]));
      for (const waiting of batch) waiting.resolve();
      for (const tell of committed) tell?.();
    } catch (error) {
      if (batch.length === 1) return batch[0]!.reject(error);
      // One post that the database refuses must not take the others with it.
      for (const waiting of batch) await this.#commit([waiting]);
    }
  }
}

// The statements are sent one behind the other without waiting: one round trip for the whole batch. Views come after the
// running counts, which they copy, and before the personal mentions, of which only later ones are left by then.
export async function writeBatch(app: App, tx: Sql, posts: readonly NewPost[]): Promise<void> {
  const views = viewsOf(posts);
  await Promise.all([
    insertPosts(tx, posts.map((p) => p.row)),
    insertPriorities(tx, posts),
    countPosts(tx, channelCounts(posts)),
    countReplies(tx, threadDeltas(posts)),
    countWideMentions(tx, wideCounts(posts)),
    markViewed(tx, [...views.values()]),
    countMentions(tx, mentionCounts(posts, views)),
    ...app.all(afterPostsInserted).map((hook) => hook(tx, posts)),
  ]);
}

interface View {
  readonly channel_id: string;
  readonly user_id: string;
  readonly at: number;
  /** Position of the author's last post in the batch. */
  readonly index: number;
  /** How many posts and channel-wide mentions of the batch came after it. */
  behind: number;
  behind_root: number;
  wide_behind: number;
  wide_behind_root: number;
}

function viewsOf(posts: readonly NewPost[]): Map<string, View> {
  const views = new Map<string, View>();
  posts.forEach(({ row, views_channel }, index) => {
    if (views_channel) views.set(row.channel_id + row.user_id, { channel_id: row.channel_id, user_id: row.user_id, at: row.create_at, index, behind: 0, behind_root: 0, wide_behind: 0, wide_behind_root: 0 });
  });
  if (posts.length === 1) return views;
  for (const view of views.values()) {
    for (const { row, is_wide } of posts.slice(view.index + 1)) {
      if (row.channel_id !== view.channel_id || !isCounted(row.type)) continue;
      view.behind++;
      if (is_wide) view.wide_behind++;
      if (row.root_id) continue;
      view.behind_root++;
      if (is_wide) view.wide_behind_root++;
    }
  }
  return views;
}

function channelCounts(posts: readonly NewPost[]): Parameters<typeof countPosts>[1] {
  const counts = new Map<string, { channel_id: string; count: number; count_root: number; last_post_at: number; last_root_post_at: number }>();
  for (const { row } of posts) {
    const entry = counts.get(row.channel_id) ?? { channel_id: row.channel_id, count: 0, count_root: 0, last_post_at: 0, last_root_post_at: 0 };
    counts.set(row.channel_id, entry);
    const counted = isCounted(row.type) ? 1 : 0;
    entry.count += counted;
    entry.last_post_at = Math.max(entry.last_post_at, row.create_at);
    if (row.root_id) continue;
    entry.count_root += counted;
    entry.last_root_post_at = Math.max(entry.last_root_post_at, row.create_at);
  }
  return [...counts.values()];
}

function threadDeltas(posts: readonly NewPost[]): ThreadDelta[] {
  const deltas = new Map<string, { root_id: string; channel_id: string; count: number; last_reply_at: number; participants: string[] }>();
  for (const { row } of posts) {
    if (!row.root_id) continue;
    const delta = deltas.get(row.root_id) ?? { root_id: row.root_id, channel_id: row.channel_id, count: 0, last_reply_at: 0, participants: [] };
    delta.count++;
    delta.last_reply_at = Math.max(delta.last_reply_at, row.create_at);
    if (!delta.participants.includes(row.user_id)) delta.participants.push(row.user_id);
    deltas.set(row.root_id, delta);
  }
  return [...deltas.values()];
}

interface WideCount {
  readonly channel_id: string;
  count: number;
  count_root: number;
  urgent: number;
  /** Authors who have not viewed the channel by it: their own mention is none to them. */
  readonly own: { user_id: string; count: number; count_root: number; urgent: number }[];
}

function wideCounts(posts: readonly NewPost[]): WideCount[] {
  const counts = new Map<string, WideCount>();
  for (const { row, is_wide, is_urgent, views_channel, is_automatic } of posts) {
    if (!is_wide) continue;
    const entry = counts.get(row.channel_id) ?? { channel_id: row.channel_id, count: 0, count_root: 0, urgent: 0, own: [] };
    const count_root = row.root_id ? 0 : 1;
    const urgent = is_urgent ? 1 : 0;
    entry.count++;
    entry.count_root += count_root;
    entry.urgent += urgent;
    if (!views_channel && !is_automatic) addOwn(entry, row.user_id, count_root, urgent);
    counts.set(row.channel_id, entry);
  }
  return [...counts.values()];
}

function addOwn(entry: WideCount, user_id: string, count_root: number, urgent: number): void {
  const own = entry.own.find((o) => o.user_id === user_id);
  if (!own) entry.own.push({ user_id, count: 1, count_root, urgent });
  else {
    own.count++;
    own.count_root += count_root;
    own.urgent += urgent;
  }
}

function mentionCounts(posts: readonly NewPost[], views: ReadonlyMap<string, View>): Parameters<typeof countMentions>[1] {
  const counts = new Map<string, { channel_id: string; user_id: string; count: number; count_root: number; urgent: number }>();
  for (const [index, { row, counted, is_urgent }] of posts.entries()) {
    for (const user_id of counted) {
      const key = row.channel_id + user_id;
      if ((views.get(key)?.index ?? -1) > index) continue; // seen already
      const entry = counts.get(key) ?? { channel_id: row.channel_id, user_id, count: 0, count_root: 0, urgent: 0 };
      entry.count++;
      if (!row.root_id) entry.count_root++;
      if (is_urgent) entry.urgent++;
      counts.set(key, entry);
    }
  }
  return [...counts.values()];
}
