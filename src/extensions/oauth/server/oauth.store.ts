import type { Sql } from '#kernel/server/index.ts';
import type { OAuthApp } from '../wire/index.ts';

type Row = Omit<OAuthApp, 'mattermost_app_id'>;

const COLUMNS = 'a.id, a.creator_id, a.create_at, a.update_at, a.client_secret, a.name, a.description, a.icon_url, a.callback_urls, a.homepage, a.is_trusted, a.is_dynamically_registered';

// What is false is left out, as the protocol does. The secret is sealed still.
function toApp({ is_dynamically_registered, ...row }: Row): OAuthApp {
  return { ...row, mattermost_app_id: '', ...(is_dynamically_registered && { is_dynamically_registered }) };
}

export async function insertApp(sql: Sql, a: OAuthApp): Promise<void> {
  await sql.run(
    `INSERT INTO oauth_apps (id, creator_id, create_at, update_at, client_secret, name, description, icon_url, callback_urls, homepage, is_trusted, is_dynamically_registered)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [a.id, a.creator_id, a.create_at, a.update_at, a.client_secret, a.name, a.description, a.icon_url, a.callback_urls, a.homepage, a.is_trusted, a.is_dynamically_registered === true],
  );
}

export async function findApp(sql: Sql, id: string): Promise<OAuthApp | undefined> {
  const row = await sql.maybe<Row>(`SELECT ${COLUMNS} FROM oauth_apps a WHERE a.id = $1`, [id]);
  return row && toApp(row);
}

/** The oldest first; with creator_id '' those of everybody. */
export async function listApps(sql: Sql, creator_id: string, limit: number, offset: number): Promise<OAuthApp[]> {
  return (await sql.rows<Row>(`SELECT ${COLUMNS} FROM oauth_apps a WHERE $1 = '' OR a.creator_id = $1 ORDER BY a.create_at, a.id LIMIT $2 OFFSET $3`, [creator_id, limit, offset])).map(toApp);
}

export async function updateApp(sql: Sql, a: OAuthApp): Promise<void> {
  await sql.run('UPDATE oauth_apps SET update_at = $2, client_secret = $3, name = $4, description = $5, icon_url = $6, callback_urls = $7, homepage = $8, is_trusted = $9 WHERE id = $1', [a.id, a.update_at, a.client_secret, a.name, a.description, a.icon_url, a.callback_urls, a.homepage, a.is_trusted]);
}

export async function deleteApp(sql: Sql, id: string): Promise<void> {
  await sql.run('DELETE FROM oauth_apps WHERE id = $1', [id]);
}

export async function insertGrant(sql: Sql, grant: { user_id: string; client_id: string; scope: string; create_at: number }): Promise<void> {
  await sql.run('INSERT INTO oauth_grants (user_id, client_id, scope, create_at) VALUES ($1, $2, $3, $4) ON CONFLICT (user_id, client_id) DO UPDATE SET scope = excluded.scope', [grant.user_id, grant.client_id, grant.scope, grant.create_at]);
}

export async function deleteGrant(sql: Sql, user_id: string, client_id: string): Promise<boolean> {
  return (await sql.rows('DELETE FROM oauth_grants WHERE user_id = $1 AND client_id = $2 RETURNING 1 AS one', [user_id, client_id])).length > 0;
}

/** The apps that a person has let in, the latest first. */
export async function listGranted(sql: Sql, user_id: string, limit: number, offset: number): Promise<OAuthApp[]> {
  return (await sql.rows<Row>(`SELECT ${COLUMNS} FROM oauth_grants g JOIN oauth_apps a ON a.id = g.client_id WHERE g.user_id = $1 ORDER BY g.create_at DESC, a.id LIMIT $2 OFFSET $3`, [user_id, limit, offset])).map(toApp);
}

export interface CodeRow {
  readonly code_hash: string;
  readonly client_id: string;
  readonly user_id: string;
  readonly redirect_uri: string;
  readonly scope: string;
  readonly code_challenge: string;
  readonly expires_at: number;
}

export async function insertCode(sql: Sql, c: CodeRow): Promise<void> {
  await sql.run('INSERT INTO oauth_codes (code_hash, client_id, user_id, redirect_uri, scope, code_challenge, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)', [c.code_hash, c.client_id, c.user_id, c.redirect_uri, c.scope, c.code_challenge, c.expires_at]);
}

/** The code, which nobody can use from now on; undefined if it was used or is none. */
export function takeCode(sql: Sql, code_hash: string, client_id: string, now: number): Promise<CodeRow | undefined> {
  return sql.maybe<CodeRow>('UPDATE oauth_codes SET used_at = $3 WHERE code_hash = $1 AND client_id = $2 AND used_at = 0 RETURNING code_hash, client_id, user_id, redirect_uri, scope, code_challenge, expires_at', [code_hash, client_id, now]);
}

export async function deleteOldCodes(sql: Sql, before: number): Promise<void> {
  await sql.run('DELETE FROM oauth_codes WHERE expires_at < $1', [before]);
}

export interface TokenRow {
  readonly session_id: string;
  readonly client_id: string;
  readonly user_id: string;
  readonly scope: string;
  /** The code that it began with. */
  readonly code_hash: string;
  /** '' if it cannot be refreshed. */
  readonly refresh_hash: string;
  readonly previous_refresh_hash: string;
}

const TOKEN = 'session_id, client_id, user_id, scope, code_hash, refresh_hash, previous_refresh_hash';

export async function insertToken(sql: Sql, t: TokenRow): Promise<void> {
  await sql.run(`INSERT INTO oauth_tokens (${TOKEN}) VALUES ($1, $2, $3, $4, $5, $6, $7)`, [t.session_id, t.client_id, t.user_id, t.scope, t.code_hash, t.refresh_hash, t.previous_refresh_hash]);
}

/** The token of a refresh token, which nobody can use from now on. */
export function takeRefresh(sql: Sql, refresh_hash: string, client_id: string): Promise<TokenRow | undefined> {
  return sql.maybe<TokenRow>(`DELETE FROM oauth_tokens WHERE refresh_hash = $1 AND client_id = $2 RETURNING ${TOKEN}`, [refresh_hash, client_id]);
}

/** Sessions of an app: with one person, or with user_id '' with everybody. */
export async function sessionsOfApp(sql: Sql, client_id: string, user_id = ''): Promise<string[]> {
  return (await sql.rows<{ session_id: string }>("SELECT session_id FROM oauth_tokens WHERE client_id = $1 AND ($2 = '' OR user_id = $2)", [client_id, user_id])).map((row) => row.session_id);
}

/** Sessions of an app that began with a code, or that a refresh token was exchanged for. */
export async function sessionsBegunBy(sql: Sql, hash: string, client_id: string): Promise<string[]> {
  return (await sql.rows<{ session_id: string }>('SELECT session_id FROM oauth_tokens WHERE (code_hash = $1 OR previous_refresh_hash = $1) AND client_id = $2', [hash, client_id])).map((row) => row.session_id);
}
