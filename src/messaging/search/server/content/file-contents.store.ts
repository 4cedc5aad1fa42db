import type { Sql } from '#kernel/server/index.ts';
import type { FileRow } from '#messaging/files/server/feature.ts';
import { MAX_EXTRACTED_BYTES, TEXT_EXTENSIONS } from './extract-text.ts';

const MAX_CONTENT = 300_000;

export type WaitingFile = Pick<FileRow, 'id' | 'create_at' | 'name' | 'extension' | 'size'>;

/** Keeps the words of a file; an empty text says that there are none to find. */
export async function saveContent(sql: Sql, file_id: string, text: string, now: number): Promise<void> {
  await sql.run(
    `INSERT INTO file_contents (file_id, create_at, words) SELECT $1, $3, strip(to_tsvector('simple', search_bare($2))) WHERE EXISTS (SELECT 1 FROM files WHERE id = $1)
     ON CONFLICT (file_id) DO UPDATE SET words = EXCLUDED.words, create_at = EXCLUDED.create_at`,
    [file_id, text.slice(0, MAX_CONTENT), now],
  );
}

const WAITING = `f.post_id <> '' AND f.delete_at = 0 AND f.size BETWEEN 1 AND ${MAX_EXTRACTED_BYTES} AND f.extension = ANY($1) AND NOT EXISTS (SELECT 1 FROM file_contents c WHERE c.file_id = f.id)`;

/** Posted files whose words nobody has taken out yet, the newest first. */
export function listWaiting(sql: Sql, limit: number): Promise<WaitingFile[]> {
  return sql.rows<WaitingFile>(`SELECT f.id, f.create_at, f.name, f.extension, f.size FROM files f WHERE ${WAITING} ORDER BY f.create_at DESC LIMIT $2`, [TEXT_EXTENSIONS, limit]);
}

/** Forgets the words of files that are gone. */
export async function removeOrphans(sql: Sql): Promise<void> {
  await sql.run('DELETE FROM file_contents c WHERE NOT EXISTS (SELECT 1 FROM files f WHERE f.id = c.file_id)');
}
