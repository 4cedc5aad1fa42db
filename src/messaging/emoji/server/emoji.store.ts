import type { Sql } from '#kernel/server/index.ts';
import type { CustomEmoji } from '../wire/index.ts';

const COLUMNS = 'id, create_at, update_at, delete_at, creator_id, name';

/** Writes a new emoji; false if its name is taken. */
export async function insertEmoji(sql: Sql, emoji: CustomEmoji, image_type: string): Promise<boolean> {
  const count = await sql.run(
    `INSERT INTO custom_emoji (id, create_at, update_at, creator_id, name, image_type) VALUES ($1, $2, $2, $3, $4, $5) ON CONFLICT (name) WHERE delete_at = 0 DO NOTHING`,
    [emoji.id, emoji.create_at, emoji.creator_id, emoji.name, image_type],
  );
  return count > 0;
}

/** An emoji with the type of its picture. */
export function findEmoji(sql: Sql, id: string): Promise<(CustomEmoji & { image_type: string }) | undefined> {
  return sql.maybe(`SELECT ${COLUMNS}, image_type FROM custom_emoji WHERE id = $1 AND delete_at = 0`, [id]);
}

export function findAllEmoji(sql: Sql): Promise<CustomEmoji[]> {
  return sql.rows(`SELECT ${COLUMNS} FROM custom_emoji WHERE delete_at = 0`);
}

/** A page of the list, by name or by age. */
export function listEmoji(sql: Sql, sort: 'name' | 'age', skip: number, limit: number): Promise<CustomEmoji[]> {
  const order = sort === 'name' ? 'name' : 'create_at DESC, id';
  return sql.rows(`SELECT ${COLUMNS} FROM custom_emoji WHERE delete_at = 0 ORDER BY ${order} LIMIT $1 OFFSET $2`, [limit, skip]);
}

/** Deletes an emoji; false if somebody else was faster. */
export async function deleteEmoji(sql: Sql, id: string, now: number): Promise<boolean> {
  return (await sql.run('UPDATE custom_emoji SET delete_at = $2, update_at = $2 WHERE id = $1 AND delete_at = 0', [id, now])) > 0;
}
