import type { Ctx } from '#kernel/server/index.ts';
import type { Post, PostList } from '../wire/index.ts';
import { collapsedThreads } from './posts.extensions.ts';
import { presentList } from './posts.present.ts';
import { POST_COLUMNS, toPost } from './posts.store.ts';

/** How a list of posts is wanted. */
export interface ListOptions {
  readonly channel_id: string;
  /** Only roots, with what their threads hold. */
  readonly collapsed: boolean;
  readonly extended: boolean;
  /** Leaves the roots of listed replies out. */
  readonly skip_threads: boolean;
  readonly include_deleted: boolean;
}

const SELECT = `SELECT ${POST_COLUMNS}, t.reply_count, t.last_reply_at, t.participants
  FROM posts p LEFT JOIN post_threads t ON t.root_id = CASE WHEN p.root_id = '' THEN p.id ELSE p.root_id END`;
const WHERE = `p.channel_id = $1 AND ($2 OR p.delete_at = 0) AND (NOT $3 OR p.root_id = '')`;
const OLDER = 'ORDER BY p.create_at DESC, p.id DESC';
const NEWER = 'ORDER BY p.create_at ASC, p.id ASC';

/** The newest posts of a channel, `skip` from the end. */
export function newestPosts(ctx: Ctx, o: ListOptions, limit: number, skip = 0): Promise<Post[]> {
  return ctx.db.rows<Post>(`${SELECT} WHERE ${WHERE} ${OLDER} LIMIT $4 OFFSET $5`, [o.channel_id, o.include_deleted, o.collapsed, limit, skip]);
}

/** Posts before a moment, newest first. The id decides among posts of the same millisecond. */
export function postsBefore(ctx: Ctx, o: ListOptions, at: { create_at: number; id: string }, limit: number): Promise<Post[]> {
  return ctx.db.rows<Post>(`${SELECT} WHERE ${WHERE} AND (p.create_at, p.id) < ($4, $5) ${OLDER} LIMIT $6`, [o.channel_id, o.include_deleted, o.collapsed, at.create_at, at.id, limit]);
}

/** Posts after a moment, oldest first. */
export function postsAfter(ctx: Ctx, o: ListOptions, at: { create_at: number; id: string }, limit: number): Promise<Post[]> {
  return ctx.db.rows<Post>(`${SELECT} WHERE ${WHERE} AND (p.create_at, p.id) > ($4, $5) ${NEWER} LIMIT $6`, [o.channel_id, o.include_deleted, o.collapsed, at.create_at, at.id, limit]);
}

/** Everything that was written, changed or deleted after a moment, newest first, at most `limit`. */
export function postsChangedSince(ctx: Ctx, o: ListOptions, since: number, limit: number): Promise<Post[]> {
  return ctx.db.rows<Post>(
    `${SELECT} WHERE p.id IN (
       (SELECT id FROM posts WHERE channel_id = $1 AND create_at > $2 ORDER BY create_at DESC LIMIT $4)
       UNION (SELECT id FROM posts WHERE channel_id = $1 AND update_at > $2 AND update_at > create_at ORDER BY update_at DESC LIMIT $4))
     AND (NOT $3 OR p.root_id = '') ${OLDER} LIMIT $4`,
    [o.channel_id, since, o.collapsed, limit],
  );
}

/** Makes rows a list of the protocol: thread facts as wanted, roots of replies added. */
export async function listOf(ctx: Ctx, rows: Post[], o: ListOptions, ends: Partial<PostList> = {}): Promise<PostList> {
  const roots = o.collapsed || o.skip_threads ? [] : await rootsOf(ctx, rows);
  const all = [...rows, ...roots];
  if (!o.collapsed) {
    all.forEach(toPost);
    return presentList(ctx, rows, roots, ends);
  }
  const facts = rows.map((row) => ({ last_reply_at: row.last_reply_at ?? 0, participants: (row.participants as unknown as string[] | null) ?? [] }));
  rows.forEach(toPost);
  rows.forEach((post, i) => {
    post.last_reply_at = facts[i]!.last_reply_at;
    post.participants = facts[i]!.participants.map((id) => ({ id })) as Post['participants'];
  });
  for (const fill of ctx.app.all(collapsedThreads)) await fill(ctx, rows, o.extended);
  return presentList(ctx, rows, [], ends);
}

async function rootsOf(ctx: Ctx, rows: readonly Post[]): Promise<Post[]> {
  const here = new Set(rows.map((row) => row.id));
  const missing = [...new Set(rows.map((row) => row.root_id).filter((id) => id && !here.has(id)))];
  if (!missing.length) return [];
  return ctx.db.rows<Post>(`${SELECT} WHERE p.id = ANY($1) AND p.delete_at = 0`, [missing]);
}

/** Where a post stands in time, or undefined if there is no such post in the channel. */
export function positionOf(ctx: Ctx, channel_id: string, post_id: string): Promise<{ id: string; create_at: number } | undefined> {
  return ctx.db.maybe('SELECT id, create_at FROM posts WHERE id = $1 AND channel_id = $2', [post_id, channel_id]);
}
