import { newId, type PermissionDefinition, type Sql } from '#kernel/server/index.ts';
import type { Role } from '../wire/index.ts';

const COLUMNS = 'id, name, display_name, description, create_at, update_at, delete_at, permissions, scheme_managed, built_in, scheme_id';

/** A role as it is kept: `base_role` is the one that it narrows. */
export type RoleRow = Role & { base_role: string | null };

export type RoleSeed = Pick<Role, 'display_name' | 'description' | 'scheme_managed' | 'built_in'> & { permissions: string[] };

export function listRoles(sql: Sql): Promise<RoleRow[]> {
  return sql.rows<RoleRow>(`SELECT ${COLUMNS}, base_role FROM roles ORDER BY name`);
}

/** Adds the roles that are not there yet; those that are keep what administrators made of them. */
export async function seedRoles(sql: Sql, seeds: Readonly<Record<string, RoleSeed>>, now: number): Promise<void> {
  const rows = Object.entries(seeds).map(([name, seed]) => ({ id: newId(now), name, ...seed }));
  await sql.run(
    `INSERT INTO roles (id, name, display_name, description, create_at, update_at, permissions, scheme_managed, built_in)
     SELECT r.id, r.name, r.display_name, r.description, $2, $2, ARRAY(SELECT jsonb_array_elements_text(r.permissions)), r.scheme_managed, r.built_in
     FROM jsonb_to_recordset($1::jsonb) AS r (id text, name text, display_name text, description text, permissions jsonb, scheme_managed boolean, built_in boolean)
     ON CONFLICT (name) DO NOTHING`,
    [JSON.stringify(rows), now],
  );
}

/** Gives a feature's permission to its default roles, once in the life of the database. */
export async function seedPermission(sql: Sql, { id, default_roles }: PermissionDefinition, now: number): Promise<void> {
  const is_new = await sql.run('INSERT INTO seeded_permissions (id, create_at) VALUES ($1, $2) ON CONFLICT DO NOTHING', [id, now]);
  if (is_new) await sql.run('UPDATE roles SET permissions = array_append(permissions, $1) WHERE name = ANY($2) AND NOT permissions @> ARRAY[$1]', [id, default_roles]);
}

export function savePermissions(sql: Sql, id: string, permissions: readonly string[], now: number): Promise<Role | undefined> {
  return sql.maybe<Role>(`UPDATE roles SET permissions = $2, update_at = $3 WHERE id = $1 RETURNING ${COLUMNS}`, [id, permissions, now]);
}

/** A role of a scheme, made from another. */
export interface SchemeRole {
  readonly name: string;
  readonly display_name: string;
  readonly scheme_id: string;
  /** Whose permissions it begins with, unless told otherwise. */
  readonly from: string;
  readonly permissions?: readonly string[];
  readonly base_role: string | null;
}

export async function insertRoles(sql: Sql, roles: readonly (Omit<SchemeRole, 'from' | 'permissions'> & { permissions: readonly string[] })[], now: number): Promise<void> {
  const rows = roles.map((role) => ({ id: newId(now), ...role }));
  await sql.run(
    `INSERT INTO roles (id, name, display_name, create_at, update_at, permissions, scheme_managed, built_in, scheme_id, base_role)
     SELECT r.id, r.name, r.display_name, $2, $2, ARRAY(SELECT jsonb_array_elements_text(r.permissions)), true, false, r.scheme_id, r.base_role
     FROM jsonb_to_recordset($1::jsonb) AS r (id text, name text, display_name text, permissions jsonb, scheme_id text, base_role text)`,
    [JSON.stringify(rows), now],
  );
}

export async function setBaseRole(sql: Sql, name: string, base_role: string, now: number): Promise<void> {
  await sql.run('UPDATE roles SET base_role = $2, update_at = $3 WHERE name = $1', [name, base_role, now]);
}

/** The roles of a scheme grant nothing any more. */
export async function endSchemeRoles(sql: Sql, scheme_id: string, now: number): Promise<void> {
  await sql.run('UPDATE roles SET delete_at = $2, update_at = $2 WHERE scheme_id = $1 AND delete_at = 0', [scheme_id, now]);
}
