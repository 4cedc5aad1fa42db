import type { Sql } from '#kernel/server/index.ts';
import type { Scheme } from '../wire/index.ts';

export const ROLE_FIELDS = [
  'default_team_admin_role', 'default_team_user_role', 'default_team_guest_role', 'default_channel_admin_role', 'default_channel_user_role', 'default_channel_guest_role',
  'default_playbook_admin_role', 'default_playbook_member_role', 'default_run_admin_role', 'default_run_member_role',
] as const;

const NAMES = ['id', 'name', 'display_name', 'description', 'create_at', 'update_at', 'delete_at', 'scope', ...ROLE_FIELDS] as const;
const COLUMNS = NAMES.join(', ');

export async function insertScheme(sql: Sql, scheme: Scheme): Promise<void> {
  await sql.run(`INSERT INTO schemes (${COLUMNS}) VALUES (${NAMES.map((_, i) => `$${i + 1}`).join(', ')})`, NAMES.map((name) => scheme[name]));
}

export async function readScheme(sql: Sql, id: string): Promise<Scheme | undefined> {
  return sql.maybe<Scheme>(`SELECT ${COLUMNS} FROM schemes WHERE id = $1`, [id]);
}

// Schemes of single channels are made on the fly by moderating them; lists show those that administrators made.
export function listSchemes(sql: Sql, scope: string, page: { limit: number; offset: number }): Promise<Scheme[]> {
  return sql.rows<Scheme>(`SELECT ${COLUMNS} FROM schemes WHERE delete_at = 0 AND ($1 = '' OR scope = $1) ORDER BY create_at DESC, id LIMIT $2 OFFSET $3`, [scope, page.limit, page.offset]);
}

/** Changes the texts, or ends it, and returns the scheme as it is now. */
export function updateScheme(sql: Sql, scheme: Pick<Scheme, 'id' | 'name' | 'display_name' | 'description' | 'delete_at'>, now: number): Promise<Scheme | undefined> {
  return sql.maybe<Scheme>(`UPDATE schemes SET name = $2, display_name = $3, description = $4, delete_at = $5, update_at = $6 WHERE id = $1 RETURNING ${COLUMNS}`, [scheme.id, scheme.name, scheme.display_name, scheme.description, scheme.delete_at, now]);
}
