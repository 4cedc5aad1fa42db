import type { Sql } from '#kernel/server/index.ts';

export interface InvitationRow {
  readonly token_hash: string;
  readonly team_id: string;
  readonly email: string;
  readonly channel_ids: readonly string[];
  readonly is_guest: boolean;
  readonly sender_id: string;
  readonly create_at: number;
  readonly expires_at: number;
}

const COLUMNS = 'token_hash, team_id, email, channel_ids, is_guest, sender_id, create_at, expires_at';

/** Keeps an invitation, and forgets those whose time is over. */
export async function insertInvitation(sql: Sql, row: InvitationRow): Promise<void> {
  await sql.run('DELETE FROM team_invitations WHERE expires_at < $1', [row.create_at]);
  await sql.run(`INSERT INTO team_invitations (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, [row.token_hash, row.team_id, row.email, row.channel_ids, row.is_guest, row.sender_id, row.create_at, row.expires_at]);
}

export function readInvitation(sql: Sql, token_hash: string, now: number): Promise<InvitationRow | undefined> {
  return sql.maybe<InvitationRow>(`SELECT ${COLUMNS} FROM team_invitations WHERE token_hash = $1 AND expires_at > $2`, [token_hash, now]);
}

/** Spends an invitation: false if somebody was quicker. */
export async function spendInvitation(sql: Sql, token_hash: string): Promise<boolean> {
  return (await sql.run('DELETE FROM team_invitations WHERE token_hash = $1', [token_hash])) > 0;
}

export async function deleteInvitations(sql: Sql, team_id = ''): Promise<void> {
  await sql.run("DELETE FROM team_invitations WHERE $1 = '' OR team_id = $1", [team_id]);
}
