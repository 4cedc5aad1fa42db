import { effectiveRoles, roleNames, type SchemeRolesColumn } from '#identity/schemes/server/feature.ts';
import type { Sql } from '#kernel/server/index.ts';
import type { TeamMember } from '../wire/index.ts';

/** The columns of a member; the table is called `m` in the statement. */
export const memberColumns = `m.team_id, m.user_id, m.delete_at, m.scheme_guest, m.scheme_user, m.scheme_admin, m.explicit_roles,
  (SELECT ARRAY[s.default_team_guest_role, s.default_team_user_role, s.default_team_admin_role] FROM teams st JOIN schemes s ON s.id = st.scheme_id WHERE st.id = m.team_id) AS scheme_roles`;

/** `scheme_roles`: what the roles of guests, members and administrators are called in this team; null where they are the built-in ones. */
export type MemberRow = Omit<TeamMember, 'roles'> & { scheme_roles: SchemeRolesColumn };

/** A row as the protocol shows it. */
export const toMember = ({ scheme_roles, ...row }: MemberRow): TeamMember => ({ ...row, roles: effectiveRoles(row, roleNames('team', scheme_roles)).join(' ') });

/** Makes people members, or members again. Those who are members already stay as they are and are not returned. */
export async function addMembers(sql: Sql, team_id: string, people: readonly { user_id: string; is_guest: boolean; is_admin: boolean }[], now: number): Promise<TeamMember[]> {
  const rows = await sql.rows<MemberRow>(
    `INSERT INTO team_members AS m (team_id, user_id, create_at, scheme_guest, scheme_user, scheme_admin)
     SELECT $1, p.user_id, $2, p.is_guest, NOT p.is_guest, p.is_admin
     FROM unnest($3::text[], $4::boolean[], $5::boolean[]) AS p (user_id, is_guest, is_admin)
     ON CONFLICT (team_id, user_id) DO UPDATE
     SET delete_at = 0, create_at = excluded.create_at, explicit_roles = '', scheme_guest = excluded.scheme_guest, scheme_user = excluded.scheme_user, scheme_admin = excluded.scheme_admin
     WHERE m.delete_at > 0
     RETURNING ${memberColumns}`,
    [team_id, now, people.map((p) => p.user_id), people.map((p) => p.is_guest), people.map((p) => p.is_admin)],
  );
  return rows.map(toMember);
}

/** Ends a membership; undefined if there was none. */
export async function removeMember(sql: Sql, team_id: string, user_id: string, now: number): Promise<TeamMember | undefined> {
  const row = await sql.maybe<MemberRow>(
    `UPDATE team_members AS m SET delete_at = $3, explicit_roles = '', scheme_admin = false WHERE team_id = $1 AND user_id = $2 AND delete_at = 0 RETURNING ${memberColumns}`,
    [team_id, user_id, now],
  );
  return row && toMember(row);
}

/** Also those who have left; see their `delete_at`. */
export async function readMember(sql: Sql, team_id: string, user_id: string): Promise<TeamMember | undefined> {
  const row = await sql.maybe<MemberRow>(`SELECT ${memberColumns} FROM team_members m WHERE team_id = $1 AND user_id = $2`, [team_id, user_id]);
  return row && toMember(row);
}

export async function readMembersByIds(sql: Sql, team_id: string, user_ids: readonly string[]): Promise<TeamMember[]> {
  return (await sql.rows<MemberRow>(`SELECT ${memberColumns} FROM team_members m WHERE team_id = $1 AND user_id = ANY($2) AND delete_at = 0`, [team_id, user_ids])).map(toMember);
}

/** The memberships of several people, each ordered by team. */
export async function readMembershipsOf(sql: Sql, user_ids: readonly string[]): Promise<TeamMember[]> {
  return (await sql.rows<MemberRow>(`SELECT ${memberColumns} FROM team_members m WHERE user_id = ANY($1) AND delete_at = 0 ORDER BY team_id`, [user_ids])).map(toMember);
}

export async function countMembers(sql: Sql, team_id: string): Promise<number> {
  return (await sql.one<{ count: number }>('SELECT count(*) FROM team_members WHERE team_id = $1 AND delete_at = 0', [team_id])).count;
}

export async function setMemberRoles(sql: Sql, team_id: string, user_id: string, roles: Pick<TeamMember, 'explicit_roles' | 'scheme_guest' | 'scheme_user' | 'scheme_admin'>): Promise<TeamMember | undefined> {
  const row = await sql.maybe<MemberRow>(
    `UPDATE team_members AS m SET explicit_roles = $3, scheme_guest = $4, scheme_user = $5, scheme_admin = $6 WHERE team_id = $1 AND user_id = $2 AND delete_at = 0 RETURNING ${memberColumns}`,
    [team_id, user_id, roles.explicit_roles, roles.scheme_guest, roles.scheme_user, roles.scheme_admin],
  );
  return row && toMember(row);
}

/** Everybody in a team. */
export async function readMemberIds(sql: Sql, team_id: string): Promise<string[]> {
  return (await sql.rows<{ user_id: string }>('SELECT user_id FROM team_members WHERE team_id = $1 AND delete_at = 0', [team_id])).map((row) => row.user_id);
}

/** Makes a person a guest, or a member, of all teams the person is in. */
export async function setGuest(sql: Sql, user_id: string, is_guest: boolean): Promise<void> {
  await sql.run('UPDATE team_members SET scheme_guest = $2, scheme_user = NOT $2, scheme_admin = scheme_admin AND NOT $2 WHERE user_id = $1', [user_id, is_guest]);
}

/** Removes every trace of a person. */
export async function eraseMemberships(sql: Sql, user_id: string): Promise<void> {
  await sql.run('DELETE FROM team_members WHERE user_id = $1', [user_id]);
}
