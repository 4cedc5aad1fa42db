import type { Sql } from '#kernel/server/index.ts';

const LIFETIME_MS = 180_000;

/** Keeps a token, and forgets those whose time is over. */
export async function insertDesktopToken(sql: Sql, token_hash: string, user_id: string, now: number): Promise<void> {
  await sql.run('DELETE FROM desktop_tokens WHERE create_at < $1', [now - LIFETIME_MS]);
  await sql.run('INSERT INTO desktop_tokens (token_hash, user_id, create_at) VALUES ($1, $2, $3)', [token_hash, user_id, now]);
}

/** Spends a token and tells whose it was. */
export async function takeDesktopToken(sql: Sql, token_hash: string, now: number): Promise<string | undefined> {
  return (await sql.maybe<{ user_id: string }>('DELETE FROM desktop_tokens WHERE token_hash = $1 AND create_at >= $2 RETURNING user_id', [token_hash, now - LIFETIME_MS]))?.user_id;
}
