import type { Sql } from '#kernel/server/index.ts';
import type { UploadSession } from '../wire/index.ts';

/** A row of `upload_sessions`. */
export interface SessionRow {
  readonly id: string;
  readonly type: UploadSession['type'];
  readonly create_at: number;
  readonly user_id: string;
  readonly channel_id: string;
  readonly filename: string;
  readonly file_size: number;
  readonly file_offset: number;
  readonly parts: readonly number[];
}

const COLUMNS = 'id, type, create_at, user_id, channel_id, filename, file_size, file_offset, parts';

const toRow = (row: SessionRow): SessionRow => ({ ...row, parts: row.parts.map(Number) });

export function toWireSession({ parts: _, channel_id, ...row }: SessionRow): UploadSession {
  return { ...row, ...(channel_id && { channel_id }), remote_id: '', req_file_id: '' };
}

export async function insertSession(sql: Sql, row: SessionRow): Promise<void> {
  await sql.run('INSERT INTO upload_sessions (id, type, create_at, user_id, channel_id, filename, file_size) VALUES ($1, $2, $3, $4, $5, $6, $7)', [row.id, row.type, row.create_at, row.user_id, row.channel_id, row.filename, row.file_size]);
}

export async function readSession(sql: Sql, id: string): Promise<SessionRow | undefined> {
  const row = await sql.maybe<SessionRow>(`SELECT ${COLUMNS} FROM upload_sessions WHERE id = $1`, [id]);
  return row && toRow(row);
}

export async function readSessionsOf(sql: Sql, user_id: string): Promise<SessionRow[]> {
  return (await sql.rows<SessionRow>(`SELECT ${COLUMNS} FROM upload_sessions WHERE user_id = $1 ORDER BY create_at, id`, [user_id])).map(toRow);
}

/** Notes a piece that has arrived; undefined if another one has come in between. */
export async function addPart(sql: Sql, { id, file_offset }: SessionRow, size: number): Promise<SessionRow | undefined> {
  const row = await sql.maybe<SessionRow>(`UPDATE upload_sessions SET file_offset = file_offset + $3, parts = parts || $2::bigint WHERE id = $1 AND file_offset = $2 RETURNING ${COLUMNS}`, [id, file_offset, size]);
  return row && toRow(row);
}

export async function removeSession(sql: Sql, id: string): Promise<void> {
  await sql.run('DELETE FROM upload_sessions WHERE id = $1', [id]);
}

export async function removeOldSessions(sql: Sql, before: number): Promise<string[]> {
  return (await sql.rows<{ id: string }>('DELETE FROM upload_sessions WHERE create_at < $1 RETURNING id', [before])).map(({ id }) => id);
}
