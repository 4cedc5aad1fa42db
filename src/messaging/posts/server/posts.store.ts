import { newId, type Sql } from '#kernel/server/index.ts';
import type { Post, PostProps } from '../wire/index.ts';

/** A row of `posts` as it is written. */
export interface PostRow {
  readonly id: string;
  readonly create_at: number;
  readonly update_at: number;
  readonly edit_at: number;
  readonly user_id: string;
  readonly channel_id: string;
  readonly root_id: string;
  readonly message: string;
  readonly type: string;
  readonly hashtags: string;
  readonly pending_post_id: string;
  readonly props: PostProps;
  readonly file_ids: readonly string[];
}

/** The columns that make a post. `p` is `posts`, `t` its line in `post_threads`. */
export const POST_COLUMNS = `p.id, p.create_at, p.update_at, p.edit_at, p.delete_at, p.is_pinned, p.has_reactions, p.user_id, p.channel_id, p.root_id,
  p.message, p.type, p.hashtags, p.props, p.file_ids`;

/** Adds what no column holds. The row itself becomes the post. */
export function toPost(row: Post): Post {
  row.original_id ??= '';
  row.pending_post_id ??= '';
  row.remote_id = '';
  row.reply_count = Number(row.reply_count ?? 0);
  row.last_reply_at = 0;
  row.participants = null;
  row.metadata = {};
  return row;
}

/** Writes new posts in one statement. */
export async function insertPosts(sql: Sql, posts: readonly PostRow[]): Promise<void> {
  await sql.run(
    `INSERT INTO posts (id, create_at, update_at, edit_at, user_id, channel_id, root_id, message, type, hashtags, pending_post_id, props, file_ids)
     SELECT id, create_at, update_at, edit_at, user_id, channel_id, root_id, message, type, hashtags, pending_post_id, props, file_ids
     FROM jsonb_to_recordset($1::jsonb) AS r(id text, create_at bigint, update_at bigint, edit_at bigint, user_id text, channel_id text, root_id text,
       message text, type text, hashtags text, pending_post_id text, props jsonb, file_ids text[])`,
    [JSON.stringify(posts)],
  );
}

/** What a batch of replies does to one root. */
export interface ThreadDelta {
  readonly root_id: string;
  readonly channel_id: string;
  readonly count: number;
  readonly last_reply_at: number;
  readonly participants: readonly string[];
}

/** Counts replies on their roots. */
export async function countReplies(sql: Sql, deltas: readonly ThreadDelta[]): Promise<void> {
  if (!deltas.length) return;
  await sql.run(
    `INSERT INTO post_threads AS t (root_id, channel_id, reply_count, last_reply_at, participants)
     SELECT root_id, channel_id, count, last_reply_at, participants
     FROM jsonb_to_recordset($1::jsonb) AS r(root_id text, channel_id text, count integer, last_reply_at bigint, participants text[])
     ORDER BY root_id
     ON CONFLICT (root_id) DO UPDATE SET reply_count = t.reply_count + excluded.reply_count, last_reply_at = greatest(t.last_reply_at, excluded.last_reply_at),
       participants = (SELECT array_agg(u ORDER BY first) FROM (SELECT u, min(n) AS first FROM unnest(t.participants || excluded.participants) WITH ORDINALITY AS x(u, n) GROUP BY u) AS y)`,
    [JSON.stringify(deltas)],
  );
}

/** Replaces what an edit may change and keeps the version before it. Returns the number of kept versions. */
export async function updatePost(sql: Sql, before: Post, after: Pick<Post, 'message' | 'props' | 'hashtags' | 'file_ids' | 'is_pinned' | 'edit_at' | 'update_at'>, keep_version: boolean): Promise<void> {
  if (keep_version) {
    await sql.run(
      `INSERT INTO post_versions (id, original_id, delete_at, edit_at, message, hashtags, props, file_ids)
       SELECT $1, p.id, $2, p.edit_at, p.message, p.hashtags, p.props, p.file_ids FROM posts p WHERE p.id = $3`,
      [newId(after.update_at), after.update_at, before.id],
    );
  }
  await sql.run(
    'UPDATE posts SET message = $2, props = $3, hashtags = $4, file_ids = $5, is_pinned = $6, edit_at = $7, update_at = $8 WHERE id = $1 AND delete_at = 0',
    [before.id, after.message, JSON.stringify(after.props), after.hashtags, after.file_ids ?? [], after.is_pinned, after.edit_at, after.update_at],
  );
}

/** Deletes a post and, if it is a root, its replies. Returns the ids of all that are gone now. */
export async function deletePost(sql: Sql, post: Post, user_id: string, now: number): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    `UPDATE posts SET delete_at = $2, update_at = $2, props = props || jsonb_build_object('deleteBy', $3::text) WHERE (id = $1 OR root_id = $1) AND delete_at = 0 RETURNING id`,
    [post.id, now, user_id],
  );
  if (!post.root_id) await sql.run('DELETE FROM post_threads WHERE root_id = $1', [post.id]);
  else await recountThread(sql, post.root_id);
  return rows.map((row) => row.id);
}

/** Removes a post for good, with its replies and versions. Returns the ids of all that are gone. */
export async function erasePost(sql: Sql, post: Post): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>('DELETE FROM posts WHERE id = $1 OR root_id = $1 RETURNING id', [post.id]);
  const ids = rows.map((row) => row.id);
  await sql.run('DELETE FROM post_versions WHERE original_id = ANY($1)', [ids]);
  await sql.run('DELETE FROM posts_priority WHERE post_id = ANY($1)', [ids]);
  if (!post.root_id) await sql.run('DELETE FROM post_threads WHERE root_id = $1', [post.id]);
  else await recountThread(sql, post.root_id);
  return ids;
}

async function recountThread(sql: Sql, root_id: string): Promise<void> {
  await sql.run(
    `UPDATE post_threads t SET (reply_count, last_reply_at, participants) = (
       SELECT count(*)::integer, coalesce(max(create_at), 0), coalesce((SELECT array_agg(u ORDER BY first) FROM (SELECT user_id AS u, min(create_at) AS first FROM posts WHERE root_id = $1 AND delete_at = 0 GROUP BY user_id) x), '{}')
       FROM posts WHERE root_id = $1 AND delete_at = 0)
     WHERE t.root_id = $1`,
    [root_id],
  );
}

/** Tells posts that they have, or no longer have, reactions; their readers see that they changed. */
export async function setHasReactions(sql: Sql, post_ids: readonly string[], has_reactions: boolean, now: number): Promise<void> {
  await sql.run('UPDATE posts SET has_reactions = $2, update_at = $3 WHERE id = ANY($1)', [post_ids, has_reactions, now]);
}

/** Pins a post without a trace of who did it. */
export async function setPinned(sql: Sql, id: string): Promise<void> {
  await sql.run('UPDATE posts SET is_pinned = true WHERE id = $1', [id]);
}

/** Readers who ask what has changed are given the post again. */
export async function touchPost(sql: Sql, id: string, now: number): Promise<void> {
  await sql.run('UPDATE posts SET update_at = $2 WHERE id = $1', [id, now]);
}

/** A post by its id; deleted ones only if asked for. */
export async function findPost(sql: Sql, id: string, include_deleted = false): Promise<Post | undefined> {
  const row = await sql.maybe<Post>(
    `SELECT ${POST_COLUMNS}, (SELECT t.reply_count FROM post_threads t WHERE t.root_id = CASE WHEN p.root_id = '' THEN p.id ELSE p.root_id END) AS reply_count
     FROM posts p WHERE p.id = $1 AND (p.delete_at = 0 OR $2)`,
    [id, include_deleted],
  );
  return row && toPost(row);
}
