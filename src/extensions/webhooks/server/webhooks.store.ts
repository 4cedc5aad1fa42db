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
