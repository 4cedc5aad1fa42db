import type { Sql } from '#kernel/server/index.ts';
import { FILE_COLUMNS, toFileInfo, type FileRow } from '#messaging/files/server/feature.ts';
import type { ChannelBookmark } from '../wire/index.ts';

const COLUMNS = 'b.id, b.create_at, b.update_at, b.delete_at, b.channel_id, b.owner_id, b.file_id, b.display_name, b.sort_order, b.link_url, b.image_url, b.emoji, b.type, b.original_id, b.parent_id';

type Row = Required<Omit<ChannelBookmark, 'file'>>;

/** What people write of a bookmark. */
export type Content = Pick<Row, 'file_id' | 'display_name' | 'link_url' | 'image_url' | 'emoji' | 'type'>;

// What is empty is left out, as the protocol does.
function toBookmark({ link_url, image_url, emoji, original_id, parent_id, ...row }: Row, file?: FileRow): ChannelBookmark {
  return { ...row, ...(link_url && { link_url }), ...(image_url && { image_url }), ...(emoji && { emoji }), ...(original_id && { original_id }), ...(parent_id && { parent_id }), ...(file && { file: toFileInfo(file) }) };
}

async function withFiles(sql: Sql, rows: readonly Row[]): Promise<ChannelBookmark[]> {
  const ids = rows.flatMap((row) => (row.file_id ? [row.file_id] : []));
  const files = ids.length ? await sql.rows<FileRow>(`SELECT ${FILE_COLUMNS} FROM files f WHERE f.id = ANY($1)`, [ids]) : [];
  return rows.map((row) => toBookmark(row, files.find((file) => file.id === row.file_id)));
}

/** Lets nobody else change the bookmarks of a channel until the transaction ends. */
export async function lockBookmarks(tx: Sql, channel_id: string): Promise<void> {
  await tx.run('SELECT pg_advisory_xact_lock(hashtextextended($1, 7305002))', [channel_id]);
}

/** A channel's bookmarks in their order; with `since` those that were changed or deleted after it too. */
export async function listBookmarks(sql: Sql, channel_id: string, since = 0): Promise<ChannelBookmark[]> {
  return withFiles(sql, await sql.rows<Row>(`SELECT ${COLUMNS} FROM channel_bookmarks b WHERE b.channel_id = $1 AND CASE WHEN $2::bigint > 0 THEN b.update_at >= $2 OR b.delete_at >= $2 ELSE b.delete_at = 0 END ORDER BY b.sort_order, b.create_at`, [channel_id, since]));
}

export async function findBookmark(sql: Sql, channel_id: string, id: string): Promise<ChannelBookmark | undefined> {
  return (await withFiles(sql, await sql.rows<Row>(`SELECT ${COLUMNS} FROM channel_bookmarks b WHERE b.id = $1 AND b.channel_id = $2 AND b.delete_at = 0`, [id, channel_id])))[0];
}

/** A new bookmark at a place of the order. */
export async function insertBookmark(tx: Sql, row: Content & { id: string; channel_id: string; owner_id: string; sort_order: number; original_id: string; parent_id: string }, now: number): Promise<void> {
  await tx.run(
    `INSERT INTO channel_bookmarks (id, create_at, update_at, channel_id, owner_id, file_id, display_name, sort_order, link_url, image_url, emoji, type, original_id, parent_id)
     VALUES ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [row.id, now, row.channel_id, row.owner_id, row.file_id, row.display_name, row.sort_order, row.link_url, row.image_url, row.emoji, row.type, row.original_id, row.parent_id],
  );
}

export async function updateBookmark(tx: Sql, id: string, c: Content, now: number): Promise<void> {
  await tx.run('UPDATE channel_bookmarks SET update_at = $2, file_id = $3, display_name = $4, link_url = $5, image_url = $6, emoji = $7, type = $8 WHERE id = $1', [id, now, c.file_id, c.display_name, c.link_url, c.image_url, c.emoji, c.type]);
}

export async function deleteBookmark(tx: Sql, id: string, now: number): Promise<void> {
  await tx.run('UPDATE channel_bookmarks SET delete_at = $2, update_at = $2 WHERE id = $1 AND delete_at = 0', [id, now]);
}

/** Writes the order of a channel's bookmarks; those whose place differs are changed. */
export async function orderBookmarks(tx: Sql, ids: readonly string[], now: number): Promise<void> {
  await tx.run('UPDATE channel_bookmarks b SET sort_order = o.place - 1, update_at = $2 FROM unnest($1::text[]) WITH ORDINALITY AS o(id, place) WHERE b.id = o.id AND b.sort_order <> o.place - 1', [ids, now]);
}

/** Forgets the bookmarks of channels that are deleted for good. */
export async function eraseBookmarks(sql: Sql, channel_ids: readonly string[]): Promise<void> {
  await sql.run('DELETE FROM channel_bookmarks WHERE channel_id = ANY($1)', [channel_ids]);
}
