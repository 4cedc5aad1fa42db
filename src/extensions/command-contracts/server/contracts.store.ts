import type { Sql } from '#kernel/server/index.ts';
import type { CommandContract, CommandRequest, CommandRequestStatus } from '../wire/index.ts';

const COLUMNS = 'id, create_at, update_at, creator_id, target, risk, has_plan, policy, approvals_needed, approver_ids, expiry_minutes';

/** Writes a contract, new or changed. False if its command has another one. */
export async function saveContract(sql: Sql, c: CommandContract): Promise<boolean> {
  const row = await sql.maybe(
    `INSERT INTO command_contracts (${COLUMNS}) SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 WHERE NOT EXISTS (SELECT 1 FROM command_contracts o WHERE o.target = $5 AND o.id <> $1)
     ON CONFLICT (id) DO UPDATE SET update_at = excluded.update_at, target = excluded.target, risk = excluded.risk, has_plan = excluded.has_plan, policy = excluded.policy,
       approvals_needed = excluded.approvals_needed, approver_ids = excluded.approver_ids, expiry_minutes = excluded.expiry_minutes RETURNING id`,
    [c.id, c.create_at, c.update_at, c.creator_id, c.target, c.risk, c.has_plan, JSON.stringify(c.policy), c.approvals_needed, c.approver_ids, c.expiry_minutes],
  );
  return row !== undefined;
}

export function readContracts(sql: Sql): Promise<CommandContract[]> {
  return sql.rows<CommandContract>(`SELECT ${COLUMNS} FROM command_contracts ORDER BY target`);
}

export function findContract(sql: Sql, of: { id: string } | { target: string }): Promise<CommandContract | undefined> {
  return 'id' in of ? sql.maybe<CommandContract>(`SELECT ${COLUMNS} FROM command_contracts WHERE id = $1`, [of.id]) : sql.maybe<CommandContract>(`SELECT ${COLUMNS} FROM command_contracts WHERE target = $1`, [of.target]);
}

export async function deleteContract(sql: Sql, id: string): Promise<void> {
  await sql.run('DELETE FROM command_contracts WHERE id = $1', [id]);
}

/** A request as it is kept. */
export interface RequestRow extends CommandRequest {
  readonly contract_at: number;
  readonly target_at: number;
}

const REQUEST = 'id, create_at, expires_at, contract_id, contract_at, target, target_at, requester_id, channel_id, team_id, root_id, line, plan, status, approved_by, ended_by, result, post_id';

export async function insertRequest(sql: Sql, r: RequestRow): Promise<void> {
  await sql.run(`INSERT INTO command_requests (${REQUEST}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`, [
    r.id, r.create_at, r.expires_at, r.contract_id, r.contract_at, r.target, r.target_at, r.requester_id, r.channel_id, r.team_id, r.root_id, r.line, r.plan, r.status, r.approved_by, r.ended_by, r.result, r.post_id,
  ]);
}

export async function setRequestPost(sql: Sql, id: string, post_id: string): Promise<void> {
  await sql.run('UPDATE command_requests SET post_id = $2 WHERE id = $1', [id, post_id]);
}

export function findRequest(sql: Sql, id: string): Promise<RequestRow | undefined> {
  return sql.maybe<RequestRow>(`SELECT ${REQUEST} FROM command_requests WHERE id = $1`, [id]);
}

export function listRequests(sql: Sql, page: { limit: number; offset: number }): Promise<RequestRow[]> {
  return sql.rows<RequestRow>(`SELECT ${REQUEST} FROM command_requests ORDER BY create_at DESC, id DESC LIMIT $1 OFFSET $2`, [page.limit, page.offset]);
}

/** Adds an approval of somebody who has given none. */
export function addApproval(sql: Sql, id: string, user_id: string, now: number): Promise<RequestRow | undefined> {
  return sql.maybe<RequestRow>(`UPDATE command_requests SET approved_by = approved_by || $2::text WHERE id = $1 AND status = 'waiting' AND expires_at > $3 AND NOT $2 = ANY (approved_by) RETURNING ${REQUEST}`, [id, user_id, now]);
}

/** Takes a request from one state to the next; undefined if somebody else was first. */
export function moveRequest(sql: Sql, id: string, from: CommandRequestStatus, to: CommandRequestStatus, more: { ended_by?: string; result?: string } = {}): Promise<RequestRow | undefined> {
  return sql.maybe<RequestRow>(`UPDATE command_requests SET status = $3, ended_by = $4, result = $5 WHERE id = $1 AND status = $2 RETURNING ${REQUEST}`, [id, from, to, more.ended_by ?? '', more.result ?? '']);
}
