import type { Sql } from '#kernel/server/index.ts';
import type { ScheduledPost, ScheduledPostError } from '../wire/index.ts';

type Row = Omit<ScheduledPost, 'file_ids' | 'priority' | 'delete_at'> & { file_ids: string[]; priority: Record<string, unknown> };

/** What a person says of a message that is to be sent later. */
export type Content = Pick<Row, 'channel_id' | 'root_id' | 'message' | 'type' | 'props' | 'file_ids' | 'priority' | 'scheduled_at'>;

const COLUMNS = 's.id, s.user_id, s.channel_id, s.root_id, s.create_at, s.update_at, s.message, s.type, s.props, s.file_ids, s.priority, s.scheduled_at, s.processed_at, s.error_code';

// What is empty is left out, as the protocol does.
function toScheduled({ file_ids, priority, ...row }: Row): ScheduledPost {
  return { ...row, delete_at: 0, ...(file_ids.length && { file_ids }), ...(Object.keys(priority).length && { priority }) };
}

export async function insertScheduled(sql: Sql, id: string, user_id: string, c: Content, now: number): Promise<ScheduledPost> {
  const row = await sql.one<Row>(
    `INSERT INTO scheduled_posts AS s (id, user_id, channel_id, root_id, create_at, update_at, message, type, props, file_ids, priority, scheduled_at)
     VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, $11) RETURNING ${COLUMNS}`,
    [id, user_id, c.channel_id, c.root_id, now, c.message, c.type, JSON.stringify(c.props), c.file_ids, JSON.stringify(c.priority), c.scheduled_at],
  );
  return toScheduled(row);
}

/** Changes what will be said and when; a failure before is forgotten. Undefined if it was sent meanwhile. */
export async function updateScheduled(sql: Sql, id: string, c: Omit<Content, 'channel_id' | 'root_id'>, now: number): Promise<ScheduledPost | undefined> {
  const row = await sql.maybe<Row>(
    `UPDATE scheduled_posts s SET update_at = $2, message = $3, type = $4, props = $5, file_ids = $6, priority = $7, scheduled_at = $8, processed_at = 0, error_code = '' WHERE id = $1 RETURNING ${COLUMNS}`,
    [id, now, c.message, c.type, JSON.stringify(c.props), c.file_ids, JSON.stringify(c.priority), c.scheduled_at],
  );
  return row && toScheduled(row);
}

export async function findScheduled(sql: Sql, id: string): Promise<ScheduledPost | undefined> {
  const row = await sql.maybe<Row>(`SELECT ${COLUMNS} FROM scheduled_posts s WHERE id = $1`, [id]);
  return row && toScheduled(row);
}

export async function deleteScheduled(sql: Sql, id: string): Promise<ScheduledPost | undefined> {
  const row = await sql.maybe<Row>(`DELETE FROM scheduled_posts s WHERE id = $1 RETURNING ${COLUMNS}`, [id]);
  return row && toScheduled(row);
}

/** Notes why it was not sent; undefined if it is gone or waits for another time by now. */
export async function markFailed(sql: Sql, id: string, scheduled_at: number, error_code: ScheduledPostError, now: number): Promise<ScheduledPost | undefined> {
  const row = await sql.maybe<Row>(`UPDATE scheduled_posts s SET error_code = $3, processed_at = $4, update_at = $4 WHERE id = $1 AND scheduled_at = $2 RETURNING ${COLUMNS}`, [id, scheduled_at, error_code, now]);
  return row && toScheduled(row);
}

/** A person's scheduled posts in a team's channels, or with '' in direct and group channels; the next first. */
export async function listScheduled(sql: Sql, user_id: string, team_id: string): Promise<ScheduledPost[]> {
  const rows = await sql.rows<Row>(`SELECT ${COLUMNS} FROM scheduled_posts s JOIN channels c ON c.id = s.channel_id WHERE s.user_id = $1 AND c.team_id = $2 ORDER BY s.scheduled_at, s.create_at`, [user_id, team_id]);
  return rows.map(toScheduled);
}

export async function countScheduled(sql: Sql, user_id: string): Promise<number> {
  return (await sql.one<{ count: number }>('SELECT count(*) FROM scheduled_posts WHERE user_id = $1', [user_id])).count;
}

export async function deleteScheduledOfUser(sql: Sql, user_id: string): Promise<void> {
  await sql.run('DELETE FROM scheduled_posts WHERE user_id = $1', [user_id]);
}

export async function deleteScheduledOfChannels(sql: Sql, channel_ids: readonly string[]): Promise<void> {
  await sql.run('DELETE FROM scheduled_posts WHERE channel_id = ANY($1)', [channel_ids]);
}

/** Which of these files wait with a scheduled post. */
export async function findFilesOfScheduled(sql: Sql, file_ids: readonly string[]): Promise<string[]> {
  return (await sql.rows<{ id: string }>(`SELECT DISTINCT f.id FROM scheduled_posts s, unnest(s.file_ids) AS f(id) WHERE s.file_ids && $1::text[] AND s.file_ids <> '{}' AND f.id = ANY($1)`, [file_ids])).map((row) => row.id);
}
