import type { Sql } from '#kernel/server/index.ts';
import type { User } from '../wire/index.ts';

/** The columns of a person, for queries that join `users u`. */
export const USER_COLUMNS = [
  'id', 'create_at', 'update_at', 'delete_at', 'username', 'auth_data', 'auth_service', 'email', 'email_verified', 'nickname', 'first_name', 'last_name', 'position', 'roles', 'allow_marketing',
  'props', 'notify_props', 'last_password_update', 'last_picture_update', 'failed_attempts', 'locale', 'timezone', 'mfa_active', 'remote_id', 'is_bot', 'bot_description', 'last_login',
].map((name) => `u.${name}`).join(', ');

const SELECT = `SELECT ${USER_COLUMNS} FROM users u`;

/** What a person can change of the own account, as it is written. */
export type Profile = Pick<User, 'username' | 'email' | 'email_verified' | 'nickname' | 'first_name' | 'last_name' | 'position' | 'props' | 'notify_props' | 'locale' | 'timezone' | 'bot_description'>;

/** The protocol never fills this field for accounts of ours, yet shows it. */
export const toUser = (row: User): User => ({ ...row, remote_id: row.remote_id ?? '', disable_welcome_email: false });

/** Holds the row until the end of the transaction, so that two changes do not undo each other. */
export async function lockUser(tx: Sql, id: string): Promise<User | undefined> {
  const row = await tx.maybe<User>(`${SELECT} WHERE u.id = $1 FOR UPDATE`, [id]);
  return row && toUser(row);
}

export async function readUsers(sql: Sql, ids: readonly string[]): Promise<User[]> {
  return (await sql.rows<User>(`${SELECT} WHERE u.id = ANY($1)`, [ids])).map(toUser);
}

/** Ids by user name. */
export async function readIdsByUsername(sql: Sql, usernames: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql.rows<{ id: string; username: string }>('SELECT id, username FROM users WHERE username = ANY($1)', [usernames]);
  return new Map(rows.map((row) => [row.username, row.id]));
}

export async function readIdByEmail(sql: Sql, email: string): Promise<string | undefined> {
  return (await sql.maybe<{ id: string }>('SELECT id FROM users WHERE email = $1', [email]))?.id;
}

export async function insertUser(sql: Sql, user: User): Promise<void> {
  await sql.run(
    `INSERT INTO users (id, create_at, update_at, username, email, email_verified, nickname, first_name, last_name, position, roles, props, notify_props, last_password_update, locale, timezone, is_bot, bot_description, auth_service, auth_data)
     VALUES ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      user.id, user.create_at, user.username, user.email, user.email_verified ?? false, user.nickname, user.first_name, user.last_name, user.position, user.roles, user.props ?? {}, user.notify_props ?? {},
      user.last_password_update ?? 0, user.locale, user.timezone, user.is_bot ?? false, user.bot_description ?? '', user.auth_service, user.auth_data || null,
    ],
  );
}

/** Whether anybody but bots has an account. */
export async function hasPeople(sql: Sql): Promise<boolean> {
  return (await sql.maybe('SELECT 1 FROM users WHERE NOT is_bot LIMIT 1')) !== undefined;
}

export async function updateProfile(sql: Sql, id: string, profile: Profile, now: number): Promise<void> {
  await sql.run(
    `UPDATE users SET update_at = $2, username = $3, email = $4, email_verified = $5, nickname = $6, first_name = $7, last_name = $8, position = $9, props = $10, notify_props = $11, locale = $12, timezone = $13, bot_description = $14
     WHERE id = $1`,
    [
      id, now, profile.username, profile.email, profile.email_verified ?? false, profile.nickname, profile.first_name, profile.last_name, profile.position, profile.props ?? {}, profile.notify_props ?? {},
      profile.locale, profile.timezone, profile.bot_description ?? '',
    ],
  );
}

export async function setRoles(sql: Sql, id: string, roles: string, now: number): Promise<void> {
  await sql.run('UPDATE users SET roles = $2, update_at = $3 WHERE id = $1', [id, roles, now]);
}

/** `delete_at` above 0 deactivates. Returns false if the account was like that already. */
export async function setDeleteAt(sql: Sql, id: string, delete_at: number, now: number): Promise<boolean> {
  return (await sql.run('UPDATE users SET delete_at = $2::bigint, update_at = $3 WHERE id = $1 AND (delete_at > 0) <> ($2::bigint > 0)', [id, delete_at, now])) > 0;
}

/** A negative time says since when the picture is the one made from the name. */
export async function setPictureTime(sql: Sql, id: string, last_picture_update: number, now: number): Promise<void> {
  await sql.run('UPDATE users SET last_picture_update = $2, update_at = $3 WHERE id = $1', [id, last_picture_update, now]);
}

export async function setAuth(sql: Sql, id: string, auth_service: string, auth_data: string | null, now: number): Promise<void> {
  await sql.run('UPDATE users SET auth_service = $2, auth_data = $3, update_at = $4 WHERE id = $1', [id, auth_service, auth_data, now]);
}

export async function countFailedAttempt(sql: Sql, id: string): Promise<void> {
  await sql.run('UPDATE users SET failed_attempts = failed_attempts + 1 WHERE id = $1', [id]);
}

export async function clearFailedAttempts(sql: Sql, id: string): Promise<void> {
  await sql.run('UPDATE users SET failed_attempts = 0 WHERE id = $1 AND failed_attempts > 0', [id]);
}

/** The times of log-ins of several people, in one statement. */
export async function saveLastLogins(sql: Sql, times: ReadonlyMap<string, number>): Promise<void> {
  await sql.run('UPDATE users u SET last_login = l.at FROM unnest($1::text[], $2::bigint[]) AS l (id, at) WHERE u.id = l.id', [[...times.keys()], [...times.values()]]);
}

export async function setMfaActive(sql: Sql, id: string, mfa_active: boolean, now: number): Promise<void> {
  await sql.run('UPDATE users SET mfa_active = $2, update_at = $3 WHERE id = $1', [id, mfa_active, now]);
}

export async function setEmailVerified(sql: Sql, id: string, now: number): Promise<void> {
  await sql.run('UPDATE users SET email_verified = true, update_at = $2 WHERE id = $1', [id, now]);
}

/** For good, with its credentials. */
export async function removeUser(sql: Sql, id: string): Promise<void> {
  await sql.run('DELETE FROM users WHERE id = $1', [id]);
}

/** Active accounts of people who are no guests, by name. */
export async function readPeople(sql: Sql): Promise<User[]> {
  return (await sql.rows<User>(`${SELECT} WHERE u.delete_at = 0 AND NOT u.is_bot AND NOT 'system_guest' = ANY(string_to_array(u.roles, ' ')) ORDER BY u.username`)).map(toUser);
}

export async function setIsBot(sql: Sql, id: string, is_bot: boolean, now: number): Promise<void> {
  await sql.run('UPDATE users SET is_bot = $2, update_at = $3 WHERE id = $1', [id, is_bot, now]);
}

export async function readActiveGuests(sql: Sql): Promise<string[]> {
  return (await sql.rows<{ id: string }>("SELECT id FROM users WHERE delete_at = 0 AND 'system_guest' = ANY(string_to_array(roles, ' '))")).map((row) => row.id);
}
