import type { Sql } from '#kernel/server/index.ts';
import type { Draft } from '../wire/index.ts';

/** What tells one draft of a person from another. */
export interface DraftKey {
  readonly user_id: string;
  readonly channel_id: string;
  readonly root_id: string;
}

type Row = Omit<Draft, 'file_ids' | 'priority' | 'delete_at'> & { file_ids: string[]; priority: Record<string, unknown> };

const COLUMNS = 'd.create_at, d.update_at, d.user_id, d.channel_id, d.root_id, d.message, d.type, d.props, d.file_ids, d.priority';

// What is empty is left out, as the protocol does.
function toDraft({ file_ids, priority, ...row }: Row): Draft {
  return { ...row, delete_at: 0, ...(file_ids.length && { file_ids }), ...(Object.keys(priority).length && { priority }) };
}

/** Keeps a draft in the place of the one before it. */
export async function saveDraft(sql: Sql, key: DraftKey, draft: Pick<Row, 'message' | 'type' | 'props' | 'file_ids' | 'priority'>, now: number): Promise<Draft> {
  const row = await sql.one<Row>(
    `INSERT INTO drafts AS d (user_id, channel_id, root_id, create_at, update_at, message, type, props, file_ids, priority) VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (user_id, channel_id, root_id) DO UPDATE SET update_at = greatest(excluded.update_at, d.update_at + 1), message = excluded.message, type = excluded.type, props = excluded.props, file_ids = excluded.file_ids, priority = excluded.priority
     RETURNING ${COLUMNS}`,
    [key.user_id, key.channel_id, key.root_id, now, draft.message, draft.type, JSON.stringify(draft.props), draft.file_ids, JSON.stringify(draft.priority)],
  );
  return toDraft(row);
}

/** Forgets a draft; the one that was there, or undefined. With `message` only if that is what it says. */
export async function deleteDraft(sql: Sql, key: DraftKey, message: string | null = null): Promise<Draft | undefined> {
  const row = await sql.maybe<Row>(`DELETE FROM drafts d WHERE user_id = $1 AND channel_id = $2 AND root_id = $3 AND ($4::text IS NULL OR btrim(message) = btrim($4)) RETURNING ${COLUMNS}`, [key.user_id, key.channel_id, key.root_id, message]);
  return row && toDraft(row);
}

/** A person's drafts of a team, with those of direct and group channels; the last changed first. */
export async function listDrafts(sql: Sql, user_id: string, team_id: string): Promise<Draft[]> {
  const rows = await sql.rows<Row>(
    `SELECT ${COLUMNS} FROM drafts d
     JOIN channels c ON c.id = d.channel_id JOIN channel_members m ON m.channel_id = d.channel_id AND m.user_id = d.user_id
     WHERE d.user_id = $1 AND c.team_id IN ($2, '') AND c.delete_at = 0 ORDER BY d.update_at DESC`,
    [user_id, team_id],
  );
  return rows.map(toDraft);
}

/** Where people have drafts, as `channel_id + root_id`, by person. */
export async function readDraftPlaces(sql: Sql, user_ids: readonly string[]): Promise<Map<string, ReadonlySet<string>>> {
  const places = new Map<string, Set<string>>(user_ids.map((id) => [id, new Set()]));
  for (const row of await sql.rows<DraftKey>('SELECT user_id, channel_id, root_id FROM drafts WHERE user_id = ANY($1)', [user_ids])) places.get(row.user_id)?.add(row.channel_id + row.root_id);
  return places;
}

/** Forgets everybody's drafts of replies to these posts; whose they were. */
export async function deleteDraftsOfThreads(sql: Sql, root_ids: readonly string[]): Promise<string[]> {
  return (await sql.rows<{ user_id: string }>(`DELETE FROM drafts WHERE root_id = ANY($1) AND root_id <> '' RETURNING user_id`, [root_ids])).map((row) => row.user_id);
}

export async function deleteDraftsOfUser(sql: Sql, user_id: string): Promise<void> {
  await sql.run('DELETE FROM drafts WHERE user_id = $1', [user_id]);
}

export async function deleteDraftsOfChannels(sql: Sql, channel_ids: readonly string[]): Promise<void> {
  await sql.run('DELETE FROM drafts WHERE channel_id = ANY($1)', [channel_ids]);
}

/** Which of these files wait with a draft. */
export async function findFilesOfDrafts(sql: Sql, file_ids: readonly string[]): Promise<string[]> {
  return (await sql.rows<{ id: string }>(`SELECT DISTINCT id FROM drafts d, unnest(d.file_ids) AS id WHERE d.file_ids && $1::text[] AND d.file_ids <> '{}' AND id = ANY($1)`, [file_ids])).map((row) => row.id);
}
