import type { Sql } from '#kernel/server/index.ts';
import type { IncomingWebhook } from '../wire/index.ts';

const COLUMNS = 'id, create_at, update_at, delete_at, user_id, channel_id, team_id, display_name, description, username, icon_url, channel_locked';

export async function insertIncomingWebhook(sql: Sql, h: IncomingWebhook): Promise<void> {
  await sql.run(`INSERT INTO incoming_webhooks (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`, [
    h.id, h.create_at, h.update_at, h.delete_at, h.user_id, h.channel_id, h.team_id, h.display_name, h.description, h.username, h.icon_url, h.channel_locked,
  ]);
}

export function readIncomingWebhooks(sql: Sql, ids: readonly string[]): Promise<IncomingWebhook[]> {
  return sql.rows<IncomingWebhook>(`SELECT ${COLUMNS} FROM incoming_webhooks WHERE id = ANY($1) AND delete_at = 0`, [ids]);
}

export async function updateIncomingWebhook(sql: Sql, h: IncomingWebhook): Promise<void> {
  await sql.run(
    `UPDATE incoming_webhooks SET update_at = $2, channel_id = $3, team_id = $4, display_name = $5, description = $6, username = $7, icon_url = $8, channel_locked = $9 WHERE id = $1`,
    [h.id, h.update_at, h.channel_id, h.team_id, h.display_name, h.description, h.username, h.icon_url, h.channel_locked],
  );
}

export async function deleteIncomingWebhook(sql: Sql, id: string, now: number): Promise<void> {
  await sql.run('UPDATE incoming_webhooks SET delete_at = $2, update_at = $2 WHERE id = $1', [id, now]);
}

/** Deletes the webhooks of somebody, or those into these channels. Returns their ids. */
export async function deleteIncomingWebhooksOf(sql: Sql, of: { user_id: string } | { channel_ids: readonly string[] }, now: number): Promise<string[]> {
  const [where, value] = 'user_id' in of ? ['user_id = $1', of.user_id] : ['channel_id = ANY($1)', of.channel_ids];
  const rows = await sql.rows<{ id: string }>(`UPDATE incoming_webhooks SET delete_at = $2, update_at = $2 WHERE ${where} AND delete_at = 0 RETURNING id`, [value, now]);
  return rows.map((row) => row.id);
}

/** Webhooks of a team, or of all with team_id ''; of one owner, or of all with user_id ''. */
export function listIncomingWebhooks(sql: Sql, of: { team_id: string; user_id: string }, page: { limit: number; offset: number }): Promise<IncomingWebhook[]> {
  return sql.rows<IncomingWebhook>(
    `SELECT ${COLUMNS} FROM incoming_webhooks WHERE delete_at = 0 AND ($1 = '' OR team_id = $1) AND ($2 = '' OR user_id = $2) ORDER BY create_at, id LIMIT $3 OFFSET $4`,
    [of.team_id, of.user_id, page.limit, page.offset],
  );
}

export async function countIncomingWebhooks(sql: Sql, of: { team_id: string; user_id: string }): Promise<number> {
  return (await sql.one<{ count: number }>(`SELECT count(*) FROM incoming_webhooks WHERE delete_at = 0 AND ($1 = '' OR team_id = $1) AND ($2 = '' OR user_id = $2)`, [of.team_id, of.user_id])).count;
}

/** Notes posts whose ids the webhook was told. */
export async function keepPosts(sql: Sql, hook_id: string, post_ids: readonly string[], now: number): Promise<void> {
  if (post_ids.length) await sql.run('INSERT INTO webhook_posts (post_id, hook_id, create_at) SELECT id, $2, $3 FROM unnest($1::text[]) AS id ON CONFLICT DO NOTHING', [post_ids, hook_id, now]);
}

export async function isPostOf(sql: Sql, hook_id: string, post_id: string): Promise<boolean> {
  return (await sql.maybe('SELECT 1 FROM webhook_posts WHERE post_id = $1 AND hook_id = $2', [post_id, hook_id])) !== undefined;
}

/** Tables that hold what belongs to a webhook. */
const OWNED = ['incoming_webhook_options', 'webhook_messages', 'webhook_threads', 'webhook_posts', 'webhook_calls'] as const;

/** Gives a webhook another address; all that belongs to it moves along. */
export async function renameIncomingWebhook(tx: Sql, id: string, new_id: string, now: number): Promise<void> {
  await tx.run('UPDATE incoming_webhooks SET id = $2, update_at = $3 WHERE id = $1', [id, new_id, now]);
  for (const table of OWNED) await tx.run(`UPDATE ${table} SET hook_id = $2 WHERE hook_id = $1`, [id, new_id]);
}

/** Removes what belongs to webhooks that were deleted, and living messages of which nobody has heard since `before`. */
export async function sweepIncomingWebhooks(sql: Sql, before: number): Promise<void> {
  for (const table of OWNED) await sql.run(`DELETE FROM ${table} t USING incoming_webhooks h WHERE h.id = t.hook_id AND h.delete_at > 0`);
  await sql.run('DELETE FROM webhook_messages WHERE update_at < $1', [before]);
  await sql.run('DELETE FROM webhook_threads WHERE claim_at < $1', [before]);
  await sql.run('DELETE FROM webhook_updates u WHERE NOT EXISTS (SELECT 1 FROM webhook_messages m WHERE m.id = u.message_id)');
}
