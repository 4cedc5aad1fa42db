import type { App, Sql } from '#kernel/server/index.ts';
import type { Connection } from './connections.rules.ts';

const COLUMNS = 'id, creator_id, create_at, update_at, name, client_id, client_secret, credentials_username, credentials_password, oauth_token_url, grant_type, audiences';

/** All connections, by id, with their secrets open. */
export async function readConnections(app: App): Promise<Connection[]> {
  const open = (sealed: string) => sealed && (app.secrets.open(sealed) ?? '');
  const rows = await app.db.rows<Connection>(`SELECT ${COLUMNS} FROM outgoing_oauth_connections ORDER BY id`);
  return rows.map((row) => ({ ...row, client_secret: open(row.client_secret), credentials_password: open(row.credentials_password) }));
}

/** Writes a connection, new or changed, with its secrets sealed. */
export async function saveConnection(app: App, sql: Sql, c: Connection): Promise<void> {
  const seal = (text: string) => text && app.secrets.seal(text);
  await sql.run(
    `INSERT INTO outgoing_oauth_connections (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (id) DO UPDATE SET update_at = excluded.update_at, name = excluded.name, client_id = excluded.client_id, client_secret = excluded.client_secret, credentials_username = excluded.credentials_username,
       credentials_password = excluded.credentials_password, oauth_token_url = excluded.oauth_token_url, grant_type = excluded.grant_type, audiences = excluded.audiences`,
    [c.id, c.creator_id, c.create_at, c.update_at, c.name, c.client_id, seal(c.client_secret), c.credentials_username, seal(c.credentials_password), c.oauth_token_url, c.grant_type, c.audiences],
  );
}

export async function deleteConnection(sql: Sql, id: string): Promise<void> {
  await sql.run('DELETE FROM outgoing_oauth_connections WHERE id = $1', [id]);
}
