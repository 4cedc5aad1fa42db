import type { Sql } from '#kernel/server/index.ts';
import type { OutgoingWebhook } from '../wire/index.ts';

const COLUMNS = 'id, token, create_at, update_at, delete_at, creator_id, channel_id, team_id, trigger_words, trigger_when, callback_urls, display_name, description, content_type, username, icon_url';

// The token is sealed: it is needed again for each call, and nobody reads it in a copy of the database.
export async function insertOutgoingWebhook(sql: Sql, h: OutgoingWebhook): Promise<void> {
  await sql.run(`INSERT INTO outgoing_webhooks (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`, [
    h.id, h.token, h.create_at, h.update_at, h.delete_at, h.creator_id, h.channel_id, h.team_id, h.trigger_words, h.trigger_when, h.callback_urls, h.display_name, h.description, h.content_type, h.username, h.icon_url,
  ]);
}

/** All that are not deleted. */
export function readAllOutgoingWebhooks(sql: Sql): Promise<OutgoingWebhook[]> {
  return sql.rows<OutgoingWebhook>(`SELECT ${COLUMNS} FROM outgoing_webhooks WHERE delete_at = 0 ORDER BY create_at, id`);
}

export async function updateOutgoingWebhook(sql: Sql, h: OutgoingWebhook): Promise<void> {
  await sql.run(
    `UPDATE outgoing_webhooks SET token = $2, update_at = $3, channel_id = $4, trigger_words = $5, trigger_when = $6, callback_urls = $7, display_name = $8, description = $9, content_type = $10, username = $11, icon_url = $12 WHERE id = $1`,
    [h.id, h.token, h.update_at, h.channel_id, h.trigger_words, h.trigger_when, h.callback_urls, h.display_name, h.description, h.content_type, h.username, h.icon_url],
  );
}

/** Deletes one, those of somebody, of channels or of a team. */
export async function deleteOutgoingWebhooks(sql: Sql, of: { id: string } | { creator_id: string } | { channel_ids: readonly string[] } | { team_id: string }, now: number): Promise<void> {
  const [where, value] = 'id' in of ? ['id = $1', of.id] : 'creator_id' in of ? ['creator_id = $1', of.creator_id] : 'team_id' in of ? ['team_id = $1', of.team_id] : ['channel_id = ANY($1)', of.channel_ids];
  await sql.run(`UPDATE outgoing_webhooks SET delete_at = $2, update_at = $2 WHERE ${where} AND delete_at = 0`, [value, now]);
}
