import type { Sql } from '#kernel/server/index.ts';
import type { UserAccessToken } from '../wire/index.ts';

const COLUMNS = 't.id, t.user_id, t.description, t.is_active';

export async function insertToken(sql: Sql, token: { id: string; token_hash: string; user_id: string; description: string; create_at: number }): Promise<void> {
  await sql.run('INSERT INTO user_access_tokens (id, token_hash, user_id, description, create_at) VALUES ($1, $2, $3, $4, $5)', [token.id, token.token_hash, token.user_id, token.description, token.create_at]);
}

export function readToken(sql: Sql, id: string): Promise<UserAccessToken | undefined> {
  return sql.maybe<UserAccessToken>(`SELECT ${COLUMNS} FROM user_access_tokens t WHERE id = $1`, [id]);
}

export function listTokens(sql: Sql, page: { limit: number; offset: number }): Promise<UserAccessToken[]> {
  return sql.rows<UserAccessToken>(`SELECT ${COLUMNS} FROM user_access_tokens t ORDER BY t.id LIMIT $1 OFFSET $2`, [page.limit, page.offset]);
}

export function listTokensOf(sql: Sql, user_id: string, page: { limit: number; offset: number }): Promise<UserAccessToken[]> {
  return sql.rows<UserAccessToken>(`SELECT ${COLUMNS} FROM user_access_tokens t WHERE t.user_id = $1 ORDER BY t.id LIMIT $2 OFFSET $3`, [user_id, page.limit, page.offset]);
}

/** Tokens whose id, owner's id or owner's name begins with the term (already escaped for LIKE). */
export function searchTokens(sql: Sql, prefix: string, limit: number): Promise<UserAccessToken[]> {
  return sql.rows<UserAccessToken>(`SELECT ${COLUMNS} FROM user_access_tokens t JOIN users u ON u.id = t.user_id WHERE t.id LIKE $1 OR t.user_id LIKE $1 OR u.username LIKE $1 ORDER BY t.id LIMIT $2`, [`${prefix}%`, limit]);
}

/** Returns the token's hash, so that it can be forgotten; undefined if there is no such token. */
export async function setTokenActive(sql: Sql, id: string, is_active: boolean): Promise<string | undefined> {
  return (await sql.maybe<{ token_hash: string }>('UPDATE user_access_tokens SET is_active = $2 WHERE id = $1 RETURNING token_hash', [id, is_active]))?.token_hash;
}

export async function deleteToken(sql: Sql, id: string): Promise<string | undefined> {
  return (await sql.maybe<{ token_hash: string }>('DELETE FROM user_access_tokens WHERE id = $1 RETURNING token_hash', [id]))?.token_hash;
}
