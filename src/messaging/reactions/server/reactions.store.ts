import type { Sql } from '#kernel/server/index.ts';
import type { Reaction } from '../wire/index.ts';

type Row = Pick<Reaction, 'user_id' | 'post_id' | 'emoji_name' | 'create_at' | 'channel_id'>;

/** A reaction as clients see it. */
export function toReaction(row: Row): Reaction {
  return { user_id: row.user_id, post_id: row.post_id, emoji_name: row.emoji_name, create_at: row.create_at, update_at: row.create_at, delete_at: 0, remote_id: '', channel_id: row.channel_id };
}

/**
 * Writes a reaction and tells whether it is there now. Not if it would be one emoji more than `limit` on the post;
 * again is no fault.
 */
export async function insertReaction(sql: Sql, row: Row, limit: number): Promise<boolean> {
  const count = await sql.run(
    `INSERT INTO reactions (post_id, user_id, emoji_name, create_at, channel_id)
     SELECT $1, $2, $3, $4, $5
     WHERE EXISTS (SELECT 1 FROM reactions WHERE post_id = $1 AND emoji_name = $3) OR (SELECT count(DISTINCT emoji_name) FROM reactions WHERE post_id = $1) < $6
     ON CONFLICT (post_id, user_id, emoji_name) DO UPDATE SET create_at = reactions.create_at`,
    [row.post_id, row.user_id, row.emoji_name, row.create_at, row.channel_id, limit],
  );
  return count > 0;
}

/** Removes a reaction. Returns how many others the post has left. */
export async function deleteReaction(sql: Sql, post_id: string, user_id: string, emoji_name: string): Promise<number> {
  await sql.run('DELETE FROM reactions WHERE post_id = $1 AND user_id = $2 AND emoji_name = $3', [post_id, user_id, emoji_name]);
  return (await sql.one<{ count: number }>('SELECT count(*) FROM reactions WHERE post_id = $1', [post_id])).count;
}

/** Reactions of posts, the oldest first. */
export async function findReactions(sql: Sql, post_ids: readonly string[]): Promise<Map<string, Reaction[]>> {
  const rows = await sql.rows<Row>('SELECT user_id, post_id, emoji_name, create_at, channel_id FROM reactions WHERE post_id = ANY($1) ORDER BY create_at, user_id', [post_ids]);
  const found = new Map<string, Reaction[]>();
  for (const row of rows) {
    const list = found.get(row.post_id);
    if (list) list.push(toReaction(row));
    else found.set(row.post_id, [toReaction(row)]);
  }
  return found;
}

/** The reactions of deleted posts. */
export async function deleteReactionsOf(sql: Sql, post_ids: readonly string[]): Promise<void> {
  await sql.run('DELETE FROM reactions WHERE post_id = ANY($1)', [post_ids]);
}

/** All reactions with an emoji that is no more. Returns the posts that have no reactions left. */
export async function deleteReactionsWith(sql: Sql, emoji_name: string): Promise<string[]> {
  const rows = await sql.rows<{ post_id: string }>('DELETE FROM reactions WHERE emoji_name = $1 RETURNING post_id', [emoji_name]);
  const post_ids = [...new Set(rows.map((row) => row.post_id))];
  const others = await sql.rows<{ post_id: string }>('SELECT DISTINCT post_id FROM reactions WHERE post_id = ANY($1)', [post_ids]);
  const left = new Set(others.map((row) => row.post_id));
  return post_ids.filter((id) => !left.has(id));
}
