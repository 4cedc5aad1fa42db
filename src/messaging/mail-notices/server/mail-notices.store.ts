import type { Sql } from '#kernel/server/index.ts';

/** A message that waits to be told of. */
export interface WaitingMessage {
  readonly post_id: string;
  readonly channel_id: string;
  readonly author_id: string;
  readonly message: string;
  readonly props: Record<string, unknown>;
  readonly file_count: number;
}

/** Notes messages for people. Returns those of them for whom nothing waited before. */
export async function insertNotices(tx: Sql, user_ids: readonly string[], post_id: string, now: number): Promise<string[]> {
  const known = await tx.rows<{ user_id: string }>('SELECT DISTINCT user_id FROM mail_notices WHERE user_id = ANY($1)', [user_ids]);
  await tx.run('INSERT INTO mail_notices (user_id, post_id, create_at) SELECT unnest($1::text[]), $2, $3 ON CONFLICT DO NOTHING', [user_ids, post_id, now]);
  const waiting = new Set(known.map(({ user_id }) => user_id));
  return user_ids.filter((id) => !waiting.has(id));
}

/** The messages that wait for a person: those that are still there, unread and in a channel that the person is in, the oldest first. */
export function readWaiting(sql: Sql, user_id: string): Promise<WaitingMessage[]> {
  return sql.rows<WaitingMessage>(
    `SELECT p.id AS post_id, p.channel_id, p.user_id AS author_id, p.message, p.props, coalesce(cardinality(p.file_ids), 0) AS file_count
     FROM mail_notices n JOIN posts p ON p.id = n.post_id JOIN channel_members m ON m.channel_id = p.channel_id AND m.user_id = n.user_id
     LEFT JOIN thread_memberships t ON t.post_id = p.root_id AND t.user_id = n.user_id
     WHERE n.user_id = $1 AND p.delete_at = 0 AND greatest(m.last_viewed_at, coalesce(t.last_viewed_at, 0)) < p.create_at
     ORDER BY p.create_at, p.id`,
    [user_id],
  );
}

export async function removeNotices(sql: Sql, user_id: string, until: number): Promise<void> {
  await sql.run('DELETE FROM mail_notices WHERE user_id = $1 AND create_at <= $2', [user_id, until]);
}

/** Who follows a thread. */
export async function readFollowers(sql: Sql, root_id: string): Promise<string[]> {
  return (await sql.rows<{ user_id: string }>('SELECT user_id FROM thread_memberships WHERE post_id = $1 AND following', [root_id])).map(({ user_id }) => user_id);
}
