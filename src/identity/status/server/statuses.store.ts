import type { Sql } from '#kernel/server/index.ts';
import type { StatusValue } from '../wire/index.ts';

/** A person's presence as it is kept. `prev_status` comes back when "do not disturb" ends. */
export interface StatusRecord {
  readonly user_id: string;
  readonly status: StatusValue;
  readonly manual: boolean;
  readonly last_activity_at: number;
  /** Unix seconds; 0 = until changed. */
  readonly dnd_end_time: number;
  readonly prev_status: string;
  /** The channel in view; only in memory. */
  readonly active_channel?: string;
  /** The last activity that was written; only in memory. */
  readonly written_at?: number;
}

const COLUMNS = 'user_id, status, manual, last_activity_at, dnd_end_time, prev_status';

export function readStatuses(sql: Sql, user_ids: readonly string[]): Promise<StatusRecord[]> {
  return sql.rows<StatusRecord>(`SELECT ${COLUMNS} FROM statuses WHERE user_id = ANY($1)`, [user_ids]);
}

/** Writes many at once. Accounts that are gone meanwhile are left out. */
export async function saveStatuses(sql: Sql, list: readonly StatusRecord[]): Promise<void> {
  await sql.run(
    `INSERT INTO statuses (${COLUMNS})
     SELECT s.* FROM unnest($1::text[], $2::text[], $3::boolean[], $4::bigint[], $5::bigint[], $6::text[]) AS s (${COLUMNS}) WHERE EXISTS (SELECT 1 FROM users u WHERE u.id = s.user_id)
     ON CONFLICT (user_id) DO UPDATE SET status = excluded.status, manual = excluded.manual, last_activity_at = excluded.last_activity_at, dnd_end_time = excluded.dnd_end_time, prev_status = excluded.prev_status`,
    [list.map((s) => s.user_id), list.map((s) => s.status), list.map((s) => s.manual), list.map((s) => s.last_activity_at), list.map((s) => s.dnd_end_time), list.map((s) => s.prev_status)],
  );
}

/** Those whose "do not disturb" is over by now (Unix seconds). */
export function readEndedDnd(sql: Sql, now_s: number): Promise<StatusRecord[]> {
  return sql.rows<StatusRecord>(`SELECT ${COLUMNS} FROM statuses WHERE dnd_end_time > 0 AND dnd_end_time <= $1 AND status = 'dnd'`, [now_s]);
}

/** Nobody is connected to a server that has just started. */
export async function clearPresence(sql: Sql): Promise<void> {
  await sql.run("UPDATE statuses SET status = 'offline' WHERE status IN ('online', 'away') AND NOT manual");
}
