import type { Sql } from '#kernel/server/index.ts';
import type { PostAcknowledgement } from '#messaging/posts/wire/index.ts';

/** Acknowledges a post; again keeps the first time. Null if it was acknowledged already. */
export async function insertAcknowledgement(sql: Sql, ack: PostAcknowledgement): Promise<boolean> {
  return (await sql.run('INSERT INTO post_acknowledgements (post_id, user_id, channel_id, acknowledged_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [ack.post_id, ack.user_id, ack.channel_id, ack.acknowledged_at])) > 0;
}

export function findAcknowledgement(sql: Sql, post_id: string, user_id: string): Promise<PostAcknowledgement | undefined> {
  return sql.maybe<PostAcknowledgement>('SELECT user_id, post_id, acknowledged_at, channel_id FROM post_acknowledgements WHERE post_id = $1 AND user_id = $2', [post_id, user_id]);
}

export async function deleteAcknowledgement(sql: Sql, post_id: string, user_id: string): Promise<void> {
  await sql.run('DELETE FROM post_acknowledgements WHERE post_id = $1 AND user_id = $2', [post_id, user_id]);
}

/** The acknowledgements of posts, the first ones first. */
export function listAcknowledgements(sql: Sql, post_ids: readonly string[]): Promise<PostAcknowledgement[]> {
  return sql.rows<PostAcknowledgement>('SELECT user_id, post_id, acknowledged_at, channel_id FROM post_acknowledgements WHERE post_id = ANY($1) ORDER BY acknowledged_at, user_id', [post_ids]);
}

export async function deleteAcknowledgementsOfPosts(sql: Sql, post_ids: readonly string[]): Promise<void> {
  await sql.run('DELETE FROM post_acknowledgements WHERE post_id = ANY($1)', [post_ids]);
}
