import type { Sql } from '#kernel/server/index.ts';
import type { Group, GroupMember, GroupSyncable } from '../wire/index.ts';

/** The columns of a group; the table is called `g` in the statement. */
export const GROUP_COLUMNS = `g.id, g.name, g.display_name, g.description, g.source, g.remote_id, g.create_at, g.update_at, g.delete_at, g.allow_reference,
  EXISTS (SELECT 1 FROM user_group_syncables s WHERE s.group_id = g.id AND s.delete_at = 0) AS has_syncables`;

export type GroupRow = Omit<Group, 'member_ids'> & { member_ids?: string[] | null };

/** A row as the protocol shows it. */
export function toGroup({ member_ids, ...row }: GroupRow): Group {
  return { ...row, member_ids: member_ids ?? null };
}

export async function readGroup(sql: Sql, id: string): Promise<Group | undefined> {
  const row = await sql.maybe<GroupRow>(`SELECT ${GROUP_COLUMNS} FROM user_groups g WHERE g.id = $1`, [id]);
  return row && toGroup(row);
}

export async function readGroupsByNames(sql: Sql, names: readonly string[]): Promise<Group[]> {
  return (await sql.rows<GroupRow>(`SELECT ${GROUP_COLUMNS} FROM user_groups g WHERE g.name = ANY($1) AND g.delete_at = 0 ORDER BY g.display_name`, [names])).map(toGroup);
}

export async function insertGroup(sql: Sql, group: Omit<Group, 'has_syncables' | 'member_ids'>): Promise<void> {
  await sql.run('INSERT INTO user_groups (id, name, display_name, description, source, remote_id, create_at, update_at, allow_reference) VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8)', [
    group.id, group.name, group.display_name, group.description, group.source, group.remote_id, group.create_at, group.allow_reference,
  ]);
}

export async function updateGroup(sql: Sql, id: string, group: Pick<Group, 'name' | 'display_name' | 'description' | 'allow_reference' | 'delete_at'>, now: number): Promise<void> {
  await sql.run('UPDATE user_groups SET name = $2, display_name = $3, description = $4, allow_reference = $5, delete_at = $6, update_at = $7 WHERE id = $1', [
    id, group.name, group.display_name, group.description, group.allow_reference, group.delete_at, now,
  ]);
}

/** Makes people members, or members again, and returns the rows of all. */
export function addMembers(sql: Sql, group_id: string, user_ids: readonly string[], now: number): Promise<GroupMember[]> {
  return sql.rows<GroupMember>(
    `INSERT INTO user_group_members AS m (group_id, user_id, create_at) SELECT $1, u, $3 FROM unnest($2::text[]) AS u
     ON CONFLICT (group_id, user_id) DO UPDATE SET create_at = CASE WHEN m.delete_at > 0 THEN excluded.create_at ELSE m.create_at END, delete_at = 0
     RETURNING group_id, user_id, create_at, delete_at`,
    [group_id, user_ids, now],
  );
}

/** Ends memberships and returns those that were. */
export function removeMembers(sql: Sql, group_id: string, user_ids: readonly string[], now: number): Promise<GroupMember[]> {
  return sql.rows<GroupMember>('UPDATE user_group_members SET delete_at = $3 WHERE group_id = $1 AND user_id = ANY($2) AND delete_at = 0 RETURNING group_id, user_id, create_at, delete_at', [group_id, user_ids, now]);
}

export async function readMemberIds(sql: Sql, group_id: string): Promise<string[]> {
  return (await sql.rows<{ user_id: string }>('SELECT m.user_id FROM user_group_members m JOIN users u ON u.id = m.user_id AND u.delete_at = 0 WHERE m.group_id = $1 AND m.delete_at = 0', [group_id])).map((row) => row.user_id);
}

export async function isGroupMember(sql: Sql, group_id: string, user_id: string): Promise<boolean> {
  return (await sql.maybe('SELECT 1 FROM user_group_members WHERE group_id = $1 AND user_id = $2 AND delete_at = 0', [group_id, user_id])) !== undefined;
}

export async function countMembers(sql: Sql, group_id: string): Promise<number> {
  return (await sql.one<{ count: number }>('SELECT count(*) FROM user_group_members m JOIN users u ON u.id = m.user_id AND u.delete_at = 0 WHERE m.group_id = $1 AND m.delete_at = 0', [group_id])).count;
}

/** Removes a person from all groups for good. */
export async function eraseMemberships(sql: Sql, user_id: string): Promise<void> {
  await sql.run('DELETE FROM user_group_members WHERE user_id = $1', [user_id]);
}

export type SyncableRow = Pick<GroupSyncable, 'group_id' | 'auto_add' | 'scheme_admin' | 'create_at' | 'update_at' | 'delete_at'> & { kind: 'teams' | 'channels'; syncable_id: string };

const SYNCABLE = 'group_id, kind, syncable_id, auto_add, scheme_admin, create_at, update_at, delete_at';

export function saveSyncable(sql: Sql, row: Pick<SyncableRow, 'group_id' | 'kind' | 'syncable_id'>, change: { auto_add?: boolean; scheme_admin?: boolean }, now: number): Promise<SyncableRow> {
  return sql.one<SyncableRow>(
    `INSERT INTO user_group_syncables AS s (group_id, kind, syncable_id, auto_add, scheme_admin, create_at, update_at) VALUES ($1, $2, $3, COALESCE($4, false), COALESCE($5, false), $6, $6)
     ON CONFLICT (group_id, kind, syncable_id) DO UPDATE SET auto_add = COALESCE($4, s.auto_add), scheme_admin = COALESCE($5, s.scheme_admin), update_at = $6, delete_at = 0
     RETURNING ${SYNCABLE}`,
    [row.group_id, row.kind, row.syncable_id, change.auto_add ?? null, change.scheme_admin ?? null, now],
  );
}

export async function endSyncable(sql: Sql, row: Pick<SyncableRow, 'group_id' | 'kind' | 'syncable_id'>, now: number): Promise<boolean> {
  return (await sql.run('UPDATE user_group_syncables SET delete_at = $4, update_at = $4 WHERE group_id = $1 AND kind = $2 AND syncable_id = $3 AND delete_at = 0', [row.group_id, row.kind, row.syncable_id, now])) > 0;
}

export function readSyncables(sql: Sql, group_id: string, kind: string): Promise<SyncableRow[]> {
  return sql.rows<SyncableRow>(`SELECT ${SYNCABLE} FROM user_group_syncables WHERE group_id = $1 AND kind = $2 AND delete_at = 0 ORDER BY create_at`, [group_id, kind]);
}

export function readSyncablesOfTarget(sql: Sql, kind: string, syncable_id: string): Promise<SyncableRow[]> {
  return sql.rows<SyncableRow>(`SELECT ${SYNCABLE} FROM user_group_syncables s WHERE kind = $1 AND syncable_id = $2 AND delete_at = 0 AND EXISTS (SELECT 1 FROM user_groups g WHERE g.id = s.group_id AND g.delete_at = 0)`, [kind, syncable_id]);
}

/** Who is in a group that fills this team or channel: `is_admin` if one of the groups says so. */
export function readPeopleOfTarget(sql: Sql, kind: string, syncable_id: string): Promise<{ user_id: string; is_admin: boolean; auto_add: boolean }[]> {
  return sql.rows(
    `SELECT m.user_id, bool_or(s.scheme_admin) AS is_admin, bool_or(s.auto_add) AS auto_add
     FROM user_group_syncables s JOIN user_groups g ON g.id = s.group_id AND g.delete_at = 0
     JOIN user_group_members m ON m.group_id = s.group_id AND m.delete_at = 0 JOIN users u ON u.id = m.user_id AND u.delete_at = 0
     WHERE s.kind = $1 AND s.syncable_id = $2 AND s.delete_at = 0 GROUP BY m.user_id`,
    [kind, syncable_id],
  );
}

export async function readGroupIdByRemoteId(sql: Sql, source: string, remote_id: string): Promise<string | undefined> {
  return (await sql.maybe<{ id: string }>('SELECT id FROM user_groups WHERE source = $1 AND remote_id = $2', [source, remote_id]))?.id;
}
