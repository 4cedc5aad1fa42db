import type { Sql } from '#kernel/server/index.ts';
import type { LivingState, LivingUpdate } from './living.rules.ts';

/** While it writes, nobody else does; if it dies, others may after so long. */
const LEASE_MS = 15_000;
/** When an update is looked for that nobody has shown. */
const FLUSH_AFTER_MS = 20_000;

/** The line of a key. */
export interface LivingRow {
  readonly id: string;
  readonly hook_id: string;
  readonly channel_id: string;
  readonly key: string;
  readonly post_id: string;
  readonly applied: number;
  readonly state: LivingState | null;
  readonly lease_until: number;
}

export interface Arrival {
  readonly id: string;
  /** The caller has the lease: it is to write the message. */
  readonly is_mine: boolean;
  /** Nobody writes: the message rests until `lease_until`. */
  readonly is_resting: boolean;
  readonly lease_until: number;
  /** When a job must look whether the update was shown; 0 if another call has asked for one. */
  readonly flush_at: number;
}

/** Keeps an update and takes the lease of its message if that is free: one statement, so that no update is forgotten between two writers. */
export function addUpdate(sql: Sql, of: { id: string; hook_id: string; channel_id: string; key: string; lease_id: string; now: number }, update: LivingUpdate): Promise<Arrival> {
  return sql.one<Arrival>(
    `WITH m AS (
       INSERT INTO webhook_messages AS w (id, hook_id, channel_id, key, create_at, update_at, received, lease_id, lease_until)
       VALUES ($1, $2, $3, $4, $5, $5, 1, $6, $5::bigint + $8::bigint)
       ON CONFLICT (hook_id, channel_id, key) DO UPDATE SET received = w.received + 1, update_at = $5,
         lease_id = CASE WHEN w.lease_until <= $5::bigint THEN excluded.lease_id ELSE w.lease_id END,
         lease_until = CASE WHEN w.lease_until <= $5::bigint THEN excluded.lease_until ELSE w.lease_until END,
         flush_at = CASE WHEN w.lease_until > $5::bigint AND w.flush_at <= $5::bigint THEN $5::bigint + $9::bigint ELSE w.flush_at END
       RETURNING id, received, lease_id, lease_until, flush_at),
     u AS (INSERT INTO webhook_updates (message_id, n, content) SELECT id, received, $7::jsonb FROM m)
     SELECT id, lease_id = $6 AS is_mine, lease_id = '' AS is_resting, lease_until, CASE WHEN lease_id <> $6 AND flush_at = $5::bigint + $9::bigint THEN flush_at ELSE 0 END AS flush_at FROM m`,
    [of.id, of.hook_id, of.channel_id, of.key, of.now, of.lease_id, JSON.stringify(update), LEASE_MS, FLUSH_AFTER_MS],
  );
}

const COLUMNS = 'id, hook_id, channel_id, key, post_id, applied, state, lease_until';

/** The line, if the lease is this one's. */
export function readLeased(sql: Sql, id: string, lease_id: string): Promise<LivingRow | undefined> {
  return sql.maybe<LivingRow>(`SELECT ${COLUMNS} FROM webhook_messages WHERE id = $1 AND lease_id = $2`, [id, lease_id]);
}

/** Takes the lease if it is free and something waits to be shown. */
export function takeLease(sql: Sql, id: string, lease_id: string, now: number): Promise<LivingRow | undefined> {
  return sql.maybe<LivingRow>(`UPDATE webhook_messages SET lease_id = $2, lease_until = $3::bigint + $4::bigint WHERE id = $1 AND lease_until <= $3 AND received > applied RETURNING ${COLUMNS}`, [id, lease_id, now, LEASE_MS]);
}

/** The line whether leased or not, if something waits to be shown. */
export function readWaiting(sql: Sql, id: string): Promise<LivingRow | undefined> {
  return sql.maybe<LivingRow>(`SELECT ${COLUMNS} FROM webhook_messages WHERE id = $1 AND received > applied`, [id]);
}

export function readUpdates(sql: Sql, id: string, after: number): Promise<{ n: number; content: LivingUpdate }[]> {
  return sql.rows('SELECT n, content FROM webhook_updates WHERE message_id = $1 AND n > $2 ORDER BY n LIMIT 1000', [id, after]);
}

/** Writes what is shown now and lets the message rest. True if more has arrived meanwhile; undefined if the lease was lost. */
export async function endLease(sql: Sql, row: LivingRow, lease_id: string, shown: { applied: number; post_id: string; state: LivingState | null }, rest_until: number): Promise<boolean | undefined> {
  const after = await sql.maybe<{ has_more: boolean }>(
    `UPDATE webhook_messages SET applied = $3, post_id = $4, state = $5, lease_id = '', lease_until = $6, flush_at = CASE WHEN received > $3 THEN flush_at ELSE 0 END
     WHERE id = $1 AND lease_id = $2 RETURNING received > applied AS has_more`,
    [row.id, lease_id, shown.applied, shown.post_id, shown.state && JSON.stringify(shown.state), rest_until],
  );
  if (after) await sql.run('DELETE FROM webhook_updates WHERE message_id = $1 AND n <= $2', [row.id, shown.applied]);
  return after?.has_more;
}

/** Gives the lease back with nothing done. */
export async function dropLease(sql: Sql, id: string, lease_id: string): Promise<void> {
  await sql.run("UPDATE webhook_messages SET lease_id = '', lease_until = 0 WHERE id = $1 AND lease_id = $2", [id, lease_id]);
}

/** The post of a key, '' before it is written. */
export async function postOfMessage(sql: Sql, id: string): Promise<string> {
  return (await sql.maybe<{ post_id: string }>('SELECT post_id FROM webhook_messages WHERE id = $1', [id]))?.post_id ?? '';
}

/** Claims to write the first message of a thread. The root if there is one, '' if the claim is this call's, undefined while another writes. */
export async function claimThread(sql: Sql, of: { hook_id: string; channel_id: string; thread_key: string }, now: number): Promise<string | undefined> {
  const claimed = await sql.maybe(
    `INSERT INTO webhook_threads AS t (hook_id, channel_id, thread_key, root_id, claim_at) VALUES ($1, $2, $3, '', $4)
     ON CONFLICT (hook_id, channel_id, thread_key) DO UPDATE SET root_id = '', claim_at = $4 WHERE t.root_id = '' AND t.claim_at < $4::bigint - $5::bigint RETURNING 1`,
    [of.hook_id, of.channel_id, of.thread_key, now, LEASE_MS],
  );
  if (claimed) return '';
  const known = await sql.maybe<{ root_id: string }>('SELECT root_id FROM webhook_threads WHERE hook_id = $1 AND channel_id = $2 AND thread_key = $3', [of.hook_id, of.channel_id, of.thread_key]);
  return known?.root_id || undefined;
}

/** Names the root of a claimed thread. */
export async function setThreadRoot(sql: Sql, of: { hook_id: string; channel_id: string; thread_key: string }, root_id: string): Promise<void> {
  await sql.run('UPDATE webhook_threads SET root_id = $4 WHERE hook_id = $1 AND channel_id = $2 AND thread_key = $3', [of.hook_id, of.channel_id, of.thread_key, root_id]);
}

/** Forgets a thread whose root is gone, or whose first message could not be written. */
export async function dropThread(sql: Sql, of: { hook_id: string; channel_id: string; thread_key: string }, root_id: string): Promise<void> {
  await sql.run('DELETE FROM webhook_threads WHERE hook_id = $1 AND channel_id = $2 AND thread_key = $3 AND root_id = $4', [of.hook_id, of.channel_id, of.thread_key, root_id]);
}
