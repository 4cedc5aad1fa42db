import type { Sql } from '#kernel/server/index.ts';
import type { FileInfo } from '../wire/index.ts';

/** A row of `files`. */
export interface FileRow {
  readonly id: string;
  readonly user_id: string;
  readonly post_id: string;
  readonly channel_id: string;
  readonly create_at: number;
  readonly update_at: number;
  readonly delete_at: number;
  readonly name: string;
  readonly extension: string;
  readonly size: number;
  readonly mime_type: string;
  readonly width: number;
  readonly height: number;
  readonly has_preview_image: boolean;
  readonly mini_preview: string | null;
}

/** The columns that make a file; `f` is `files`. */
export const FILE_COLUMNS = 'f.id, f.user_id, f.post_id, f.channel_id, f.create_at, f.update_at, f.delete_at, f.name, f.extension, f.size, f.mime_type, f.width, f.height, f.has_preview_image, f.mini_preview';

/** A file as clients see it. What is empty is left out, as the protocol does. */
export function toFileInfo(row: FileRow): FileInfo {
  const { post_id, width, height, has_preview_image, ...info } = row;
  return { ...info, ...(post_id && { post_id }), ...(width > 0 && { width, height }), ...(has_preview_image && { has_preview_image }), remote_id: '', archived: false };
}

/** Notes a file whose bytes are about to come, so that they are found again should the process die meanwhile. */
export async function reserveFile(sql: Sql, row: Pick<FileRow, 'id' | 'user_id' | 'create_at' | 'name'>): Promise<void> {
  await sql.run(`INSERT INTO files (id, user_id, channel_id, create_at, update_at, name, extension, size, mime_type) VALUES ($1, $2, '', $3, $3, $4, '', -1, '')`, [row.id, row.user_id, row.create_at, row.name]);
}

/** The bytes are there: the files exist from now on. */
export async function completeFiles(sql: Sql, rows: readonly FileRow[]): Promise<void> {
  await sql.run(
    `UPDATE files f SET channel_id = r.channel_id, extension = r.extension, size = r.size, mime_type = r.mime_type, width = r.width, height = r.height, has_preview_image = r.has_preview_image, mini_preview = r.mini_preview
     FROM jsonb_to_recordset($1::jsonb) AS r(id text, channel_id text, extension text, size bigint, mime_type text, width integer, height integer, has_preview_image boolean, mini_preview text)
     WHERE f.id = r.id`,
    [JSON.stringify(rows)],
  );
}

/** A file that is there, or undefined. */
export function findFile(sql: Sql, id: string): Promise<FileRow | undefined> {
  return sql.maybe<FileRow>(`SELECT ${FILE_COLUMNS} FROM files f WHERE f.id = $1 AND f.size >= 0 AND f.delete_at = 0`, [id]);
}

/** Files by their ids; those of deleted posts only if asked for. */
export function findFiles(sql: Sql, ids: readonly string[], include_deleted = false): Promise<FileRow[]> {
  return sql.rows<FileRow>(`SELECT ${FILE_COLUMNS} FROM files f WHERE f.id = ANY($1) AND f.size >= 0 AND (f.delete_at = 0 OR $2)`, [ids, include_deleted]);
}

/** Which of these files somebody uploaded for this channel and has not posted yet. */
export async function findWaiting(sql: Sql, ids: readonly string[], user_id: string, channel_id: string): Promise<Set<string>> {
  const rows = await sql.rows<{ id: string }>(`SELECT id FROM files WHERE id = ANY($1) AND user_id = $2 AND channel_id = $3 AND post_id = '' AND delete_at = 0 AND size >= 0`, [ids, user_id, channel_id]);
  return new Set(rows.map((row) => row.id));
}

/** Gives files to their posts. Returns how many were still free. */
export function attachFiles(sql: Sql, pairs: readonly { file_id: string; post_id: string }[]): Promise<number> {
  return sql.run(`UPDATE files f SET post_id = r.post_id FROM jsonb_to_recordset($1::jsonb) AS r(file_id text, post_id text) WHERE f.id = r.file_id AND f.post_id = '' AND f.delete_at = 0`, [JSON.stringify(pairs)]);
}

/** Gives a file of one owner to another one that takes its place. */
export async function moveFile(tx: Sql, id: string, from: string, to: string): Promise<void> {
  await tx.run('UPDATE files SET post_id = $3 WHERE id = $1 AND post_id = $2', [id, from, to]);
}

/** Makes these the files of a post, as far as its author uploaded them for it. Returns those that it has now. */
export async function replaceFilesOf(tx: Sql, post: { id: string; user_id: string; channel_id: string }, ids: readonly string[], now: number): Promise<Set<string>> {
  const rows = await tx.rows<{ id: string }>(
    `UPDATE files SET post_id = $1, delete_at = 0, update_at = $5
     WHERE id = ANY($4) AND size >= 0 AND (post_id = $1 OR (post_id = '' AND delete_at = 0 AND user_id = $2 AND channel_id = $3)) RETURNING id`,
    [post.id, post.user_id, post.channel_id, ids, now],
  );
  await tx.run('UPDATE files SET delete_at = $3, update_at = $3 WHERE post_id = $1 AND id <> ALL($2) AND delete_at = 0', [post.id, ids, now]);
  return new Set(rows.map((row) => row.id));
}

/** The files of deleted posts are gone for readers too. */
export async function deleteFilesOf(sql: Sql, post_ids: readonly string[], now: number): Promise<void> {
  await sql.run(`UPDATE files SET delete_at = $2, update_at = $2 WHERE post_id = ANY($1) AND post_id <> '' AND delete_at = 0`, [post_ids, now]);
}

/** Files that a person uploaded and no post has taken, and those of a person's own posts. */
export function findOwnFiles(sql: Sql, ids: readonly string[], user_id: string): Promise<FileRow[]> {
  if (!ids.length) return Promise.resolve([]);
  return sql.rows<FileRow>(`SELECT ${FILE_COLUMNS} FROM files f WHERE f.id = ANY($1) AND f.user_id = $2 AND f.size >= 0 AND f.delete_at = 0`, [ids, user_id]);
}

/** The next files that no post took before a moment, the oldest first; go on after the last one. */
export function listForgotten(sql: Sql, before: number, after: Pick<FileRow, 'id' | 'create_at'>, limit: number): Promise<Pick<FileRow, 'id' | 'create_at'>[]> {
  return sql.rows(`SELECT id, create_at FROM files WHERE post_id = '' AND create_at < $1 AND (create_at, id) > ($2, $3) ORDER BY create_at, id LIMIT $4`, [before, after.create_at, after.id, limit]);
}

/** Puts files aside; no post can take them from now on. */
export function setAside(sql: Sql, ids: readonly string[], now: number): Promise<Pick<FileRow, 'id' | 'create_at'>[]> {
  return sql.rows(`UPDATE files SET delete_at = $2 WHERE id = ANY($1) AND post_id = '' RETURNING id, create_at`, [ids, now]);
}

/** Removes rows whose bytes are gone. */
export async function removeFiles(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql.run(`DELETE FROM files WHERE id = ANY($1) AND post_id = ''`, [ids]);
}

/** How many files the messages of a channel carry. */
export async function countFiles(sql: Sql, channel_id: string): Promise<number> {
  return (await sql.one<{ count: number }>(`SELECT count(*) FROM files WHERE channel_id = $1 AND post_id <> '' AND delete_at = 0`, [channel_id])).count;
}
