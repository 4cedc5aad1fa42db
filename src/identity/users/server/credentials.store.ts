import type { Sql } from '#kernel/server/index.ts';

/** Never leaves the server, not even in a log. */
export interface Credentials {
  readonly password_hash: string;
  /** Sealed. */
  readonly mfa_secret: string;
  /** The time step of the last code that was accepted: a code works once. */
  readonly mfa_last_step: number;
}

const NONE: Credentials = { password_hash: '', mfa_secret: '', mfa_last_step: 0 };

export async function readCredentials(sql: Sql, user_id: string): Promise<Credentials> {
  return (await sql.maybe<Credentials>('SELECT password_hash, mfa_secret, mfa_last_step FROM user_credentials WHERE user_id = $1', [user_id])) ?? NONE;
}

export async function savePassword(sql: Sql, user_id: string, password_hash: string, now: number): Promise<void> {
  await sql.run('INSERT INTO user_credentials (user_id, password_hash) VALUES ($1, $2) ON CONFLICT (user_id) DO UPDATE SET password_hash = excluded.password_hash', [user_id, password_hash]);
  await sql.run('UPDATE users SET last_password_update = $2, update_at = $2, failed_attempts = 0 WHERE id = $1', [user_id, now]);
}

export async function saveMfaSecret(sql: Sql, user_id: string, mfa_secret: string): Promise<void> {
  await sql.run('INSERT INTO user_credentials (user_id, mfa_secret) VALUES ($1, $2) ON CONFLICT (user_id) DO UPDATE SET mfa_secret = excluded.mfa_secret, mfa_last_step = 0', [user_id, mfa_secret]);
}

/** Spends a code: false if this or a later one was used before. */
export async function spendMfaStep(sql: Sql, user_id: string, step: number): Promise<boolean> {
  return (await sql.run('UPDATE user_credentials SET mfa_last_step = $2 WHERE user_id = $1 AND mfa_last_step < $2', [user_id, step])) > 0;
}

export async function saveToken(sql: Sql, token: { token_hash: string; type: string; user_id: string; email: string; expires_at: number }): Promise<void> {
  await sql.run('DELETE FROM user_tokens WHERE user_id = $1 AND type = $2', [token.user_id, token.type]);
  await sql.run('INSERT INTO user_tokens (token_hash, type, user_id, email, expires_at) VALUES ($1, $2, $3, $4, $5)', [token.token_hash, token.type, token.user_id, token.email, token.expires_at]);
}

/** Takes a token away and tells whose it was; undefined if it is unknown or too old. */
export function takeToken(sql: Sql, token_hash: string, type: string, now: number): Promise<{ user_id: string; email: string } | undefined> {
  return sql.maybe('DELETE FROM user_tokens WHERE token_hash = $1 AND type = $2 AND expires_at > $3 RETURNING user_id, email', [token_hash, type, now]);
}

/** Secrets of the time before they were sealed. */
export function readPlainMfaSecrets(sql: Sql): Promise<{ user_id: string; mfa_secret: string }[]> {
  return sql.rows("SELECT user_id, mfa_secret FROM user_credentials WHERE mfa_secret <> '' AND mfa_secret NOT LIKE 'sealed:%'");
}

export async function replaceMfaSecret(sql: Sql, user_id: string, old: string, sealed: string): Promise<void> {
  await sql.run('UPDATE user_credentials SET mfa_secret = $3 WHERE user_id = $1 AND mfa_secret = $2', [user_id, old, sealed]);
}
