import type { Sql } from '#kernel/server/index.ts';
import type { ProfileField, ProfileValues } from '../wire/index.ts';

/** The protocol gives all fields to one group; it is the same on every server. */
export const GROUP_ID = 'customprofileattributes000';

const COLUMNS = 'id, name, type, attrs, target_id, target_type, create_at, update_at, delete_at';

const toField = (row: Omit<ProfileField, 'group_id'>): ProfileField => ({ ...row, group_id: GROUP_ID });

export async function listFields(sql: Sql): Promise<ProfileField[]> {
  return (await sql.rows<ProfileField>(`SELECT ${COLUMNS} FROM profile_fields WHERE delete_at = 0 ORDER BY (attrs ->> 'sort_order')::float8, create_at, id`)).map(toField);
}

export async function readField(sql: Sql, id: string): Promise<ProfileField | undefined> {
  const row = await sql.maybe<ProfileField>(`SELECT ${COLUMNS} FROM profile_fields WHERE id = $1 AND delete_at = 0`, [id]);
  return row && toField(row);
}

export async function insertField(sql: Sql, field: ProfileField): Promise<void> {
  await sql.run('INSERT INTO profile_fields (id, name, type, attrs, target_id, target_type, create_at, update_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $7)', [field.id, field.name, field.type, field.attrs, field.target_id, field.target_type, field.create_at]);
}

export async function updateField(sql: Sql, field: ProfileField): Promise<void> {
  await sql.run('UPDATE profile_fields SET name = $2, type = $3, attrs = $4, target_id = $5, target_type = $6, update_at = $7, delete_at = $8 WHERE id = $1', [
    field.id, field.name, field.type, field.attrs, field.target_id, field.target_type, field.update_at, field.delete_at,
  ]);
}

export async function deleteValuesOfField(sql: Sql, field_id: string): Promise<void> {
  await sql.run('DELETE FROM profile_values WHERE field_id = $1', [field_id]);
}

export async function deleteValuesOfUser(sql: Sql, user_id: string): Promise<void> {
  await sql.run('DELETE FROM profile_values WHERE user_id = $1', [user_id]);
}

export async function readValues(sql: Sql, user_id: string): Promise<ProfileValues> {
  const rows = await sql.rows<{ field_id: string; value: string | string[] }>('SELECT v.field_id, v.value FROM profile_values v JOIN profile_fields f ON f.id = v.field_id AND f.delete_at = 0 WHERE v.user_id = $1', [user_id]);
  return Object.fromEntries(rows.map((row) => [row.field_id, row.value]));
}

/** Saves values of one person; null clears one. */
export async function saveValues(sql: Sql, user_id: string, values: ReadonlyMap<string, string | string[] | null>, now: number): Promise<void> {
  const cleared = [...values].filter(([, value]) => value === null).map(([id]) => id);
  const kept = [...values].filter(([, value]) => value !== null);
  await sql.run('DELETE FROM profile_values WHERE user_id = $1 AND field_id = ANY($2)', [user_id, cleared]);
  await sql.run(
    `INSERT INTO profile_values (user_id, field_id, value, update_at) SELECT $1, v.id, v.value, $3 FROM jsonb_to_recordset($2::jsonb) AS v (id text, value jsonb)
     ON CONFLICT (user_id, field_id) DO UPDATE SET value = excluded.value, update_at = excluded.update_at`,
    [user_id, JSON.stringify(kept.map(([id, value]) => ({ id, value }))), now],
  );
}
