import type { Sql } from '#kernel/server/index.ts';
import type { Preference } from '../wire/index.ts';

const COLUMNS = 'user_id, category, name, value';

export function readPreferences(sql: Sql, user_id: string): Promise<Preference[]> {
  return sql.rows<Preference>(`SELECT ${COLUMNS} FROM preferences WHERE user_id = $1 ORDER BY category, name`, [user_id]);
}

export function readCategory(sql: Sql, user_id: string, category: string): Promise<Preference[]> {
  return sql.rows<Preference>(`SELECT ${COLUMNS} FROM preferences WHERE user_id = $1 AND category = $2 ORDER BY name`, [user_id, category]);
}

export function readPreference(sql: Sql, user_id: string, category: string, name: string): Promise<Preference | undefined> {
  return sql.maybe<Preference>(`SELECT ${COLUMNS} FROM preferences WHERE user_id = $1 AND category = $2 AND name = $3`, [user_id, category, name]);
}

/** The values that several people have for one preference. */
export async function readValuesOf(sql: Sql, user_ids: readonly string[], category: string, name: string): Promise<Map<string, string>> {
  const rows = await sql.rows<Preference>(`SELECT ${COLUMNS} FROM preferences WHERE category = $2 AND name = $3 AND user_id = ANY($1)`, [user_ids, category, name]);
  return new Map(rows.map((row) => [row.user_id, row.value]));
}

/** Writes all in one statement; of the same preference given twice the last counts. */
export async function upsertPreferences(sql: Sql, list: readonly Preference[]): Promise<void> {
  const unique = [...new Map(list.map((one) => [`${one.user_id} ${one.category} ${one.name}`, one])).values()];
  await sql.run(
    `INSERT INTO preferences (${COLUMNS}) SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
     ON CONFLICT (user_id, category, name) DO UPDATE SET value = excluded.value`,
    [unique.map((p) => p.user_id), unique.map((p) => p.category), unique.map((p) => p.name), unique.map((p) => p.value)],
  );
}

export async function removePreferences(sql: Sql, user_id: string, list: readonly Pick<Preference, 'category' | 'name'>[]): Promise<void> {
  await sql.run('DELETE FROM preferences p USING unnest($2::text[], $3::text[]) AS gone (category, name) WHERE p.user_id = $1 AND p.category = gone.category AND p.name = gone.name', [
    user_id,
    list.map((p) => p.category),
    list.map((p) => p.name),
  ]);
}

/** Removes a preference of everybody, e.g. when what it names is gone. */
export async function removeEverywhere(sql: Sql, category: string, name: string): Promise<void> {
  await sql.run('DELETE FROM preferences WHERE category = $1 AND name = $2', [category, name]);
}
