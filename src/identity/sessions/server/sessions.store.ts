import type { Sql } from '#kernel/server/index.ts';

/** A session as it is kept. A personal token is one that does not end, with the token's id as its own. */
export interface SessionRecord {
  readonly id: string;
  readonly token_hash: string;
  readonly create_at: number;
  /** 0 = never. */
  expires_at: number;
  last_activity_at: number;
  readonly user_id: string;
  readonly device_id: string;
  readonly is_oauth: boolean;
  readonly expired_notify: boolean;
  readonly is_personal_token: boolean;
  readonly props: Readonly<Record<string, string>>;
}

const KEEP_OAUTH_MS = 90 * 86_400_000;
const COLUMNS = 'id, token_hash, create_at, expires_at, last_activity_at, user_id, device_id, is_oauth, expired_notify, props';

export async function insertSession(sql: Sql, s: SessionRecord): Promise<void> {
  await sql.run(`INSERT INTO sessions (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, [s.id, s.token_hash, s.create_at, s.expires_at, s.last_activity_at, s.user_id, s.device_id, s.is_oauth, s.expired_notify, s.props]);
}

/** The sessions and active personal tokens of these hashes. */
export function readByHashes(sql: Sql, hashes: readonly string[]): Promise<SessionRecord[]> {
  return sql.rows<SessionRecord>(
    `SELECT ${COLUMNS}, false AS is_personal_token FROM sessions WHERE token_hash = ANY($1)
     UNION ALL
     SELECT id, token_hash, create_at, 0, create_at, user_id, '', false, false, jsonb_build_object('type', 'UserAccessToken', 'user_access_token_id', id), true FROM user_access_tokens WHERE token_hash = ANY($1) AND is_active`,
    [hashes],
  );
}

export function listSessionsOf(sql: Sql, user_id: string, now: number): Promise<SessionRecord[]> {
  return sql.rows<SessionRecord>(`SELECT ${COLUMNS}, false AS is_personal_token FROM sessions WHERE user_id = $1 AND (expires_at = 0 OR expires_at > $2) ORDER BY last_activity_at DESC`, [user_id, now]);
}

export function readSession(sql: Sql, id: string): Promise<SessionRecord | undefined> {
  return sql.maybe<SessionRecord>(`SELECT ${COLUMNS}, false AS is_personal_token FROM sessions WHERE id = $1`, [id]);
}

type Ended = { id: string; token_hash: string; user_id: string };

export function deleteSession(sql: Sql, id: string): Promise<Ended[]> {
  return sql.rows<Ended>('DELETE FROM sessions WHERE id = $1 RETURNING id, token_hash, user_id', [id]);
}

/** Those of a person beyond the newest `keep`. */
export function deleteOldest(sql: Sql, user_id: string, keep: number): Promise<Ended[]> {
  return sql.rows<Ended>('DELETE FROM sessions WHERE user_id = $1 AND id IN (SELECT id FROM sessions WHERE user_id = $1 ORDER BY create_at DESC, id DESC OFFSET $2) RETURNING id, token_hash, user_id', [user_id, keep]);
}

/** All of one person, but for one. */
export function deleteSessionsOf(sql: Sql, user_id: string, keep_id: string): Promise<Ended[]> {
  return sql.rows<Ended>('DELETE FROM sessions WHERE user_id = $1 AND id <> $2 RETURNING id, token_hash, user_id', [user_id, keep_id]);
}

/** Of everybody, but for one session. */
export function deleteAllSessions(sql: Sql, keep_id: string): Promise<Ended[]> {
  return sql.rows<Ended>('DELETE FROM sessions WHERE id <> $1 RETURNING id, token_hash, user_id', [keep_id]);
}

/** Those of apps are kept for a while after their end: what belongs to them, such as a refresh token, goes with them. */
export function deleteExpired(sql: Sql, now: number): Promise<Ended[]> {
  return sql.rows<Ended>('DELETE FROM sessions WHERE expires_at > 0 AND expires_at < CASE WHEN is_oauth THEN $2::bigint ELSE $1::bigint END RETURNING id, token_hash, user_id', [now, now - KEEP_OAUTH_MS]);
}

/** A device has one session: older ones of the same device end. */
export async function attachDevice(sql: Sql, session: { id: string; user_id: string }, device_id: string, expires_at: number, props: object): Promise<Ended[]> {
  const ended = await sql.rows<Ended>("DELETE FROM sessions WHERE user_id = $1 AND device_id = $2 AND device_id <> '' AND id <> $3 RETURNING id, token_hash, user_id", [session.user_id, device_id, session.id]);
  await sql.run('UPDATE sessions SET device_id = $2, expires_at = $3, props = props || $4 WHERE id = $1', [session.id, device_id, expires_at, props]);
  return ended;
}

/** Notes the activity of many sessions in one statement. */
export async function saveActivity(sql: Sql, sessions: readonly Pick<SessionRecord, 'id' | 'last_activity_at' | 'expires_at'>[]): Promise<void> {
  await sql.run(
    `UPDATE sessions s SET last_activity_at = a.last_activity_at, expires_at = a.expires_at
     FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS a (id, last_activity_at, expires_at) WHERE s.id = a.id`,
    [sessions.map((s) => s.id), sessions.map((s) => s.last_activity_at), sessions.map((s) => s.expires_at)],
  );
}
