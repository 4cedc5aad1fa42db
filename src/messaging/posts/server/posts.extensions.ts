import { extensionPoint, type App, type Ctx, type Sql } from '#kernel/server/index.ts';
import type { Post, PostPriority } from '../wire/index.ts';
import type { NewPost } from './posts.writer.ts';

/** What a post is about to be. Hooks may change it or refuse it with an error. */
export interface PostDraft {
  channel_id: string;
  user_id: string;
  root_id: string;
  message: string;
  type: string;
  props: Record<string, unknown>;
  file_ids: string[];
  priority: PostPriority | null;
}

/** Runs before a post is written, outside of the transaction. Throw to refuse it. */
export const beforePostCreated = extensionPoint<(ctx: Ctx, draft: PostDraft) => Promise<void> | void>('posts.before-created');

/** Runs in the transaction that writes a batch of posts; keep to one statement for the whole batch. */
export const afterPostsInserted = extensionPoint<(tx: Sql, posts: readonly NewPost[]) => Promise<void> | undefined>('posts.after-inserted');

/**
 * Queues in the transaction that writes new posts what must not be lost of them (imported ones are not new). What it returns is called after the
 * commit. It answers undefined at once where there is nothing to do: every post passes here.
 */
export const queuedWithPosts = extensionPoint<(app: App, tx: Sql, posts: readonly NewPost[]) => Promise<(() => void) | undefined> | undefined>('posts.queued-with');

/** Runs in the transaction that changes a post, before it is written. Hooks may change what it becomes or refuse it with an error. */
export const beforePostEdited = extensionPoint<(tx: Sql, before: Post, after: { file_ids: string[] }, now: number) => Promise<void>>('posts.before-edited');

/** Runs in the transaction that deletes posts: a root with its replies. */
export const afterPostsDeleted = extensionPoint<(tx: Sql, post: Post, ids: readonly string[], now: number) => Promise<void>>('posts.after-deleted');

/** Fills `metadata` of posts before they are shown; one call for the whole list. `is_new`: they were just written, nobody can have added to them. */
export const postMetadata = extensionPoint<(ctx: Ctx, posts: readonly Post[], is_new: boolean) => Promise<void> | undefined>('posts.metadata');

/** Adds to roots in collapsed lists what the reader has to do with their threads; with `extended` the whole participants. */
export const collapsedThreads = extensionPoint<(ctx: Ctx, roots: readonly Post[], extended: boolean) => Promise<void>>('posts.collapsed-threads');

/** Who follows the thread of a reply that has just been written, by the reply's row. */
export const threadFollowers = extensionPoint<(row: object) => Iterable<string>>('posts.thread-followers');

/** Somebody has made a channel unread from a post on; `shows_replies` if the client shows replies in the channel. */
export const afterMarkedUnread = extensionPoint<(ctx: Ctx, unread: { user_id: string; post: Post; shows_replies: boolean }) => Promise<void>>('posts.after-marked-unread');
