import type { Sql } from '#kernel/server/index.ts';
import type { Delivery, DeliveryAnswer, DeliveryStatus } from '../wire/index.ts';

export const DELIVERY_COLUMNS =
  'id, create_at, update_at, direction, kind, integration_id, integration_name, owner_id, team_id, channel_id, key, status, attempts, next_at, request, answer, error, duration_ms, post_id, replay_of';

/** A row with what a queued delivery is made of. */
export type DeliveryRow = Delivery & { readonly payload: unknown };

const RECORD = `id text, create_at bigint, update_at bigint, direction text, kind text, integration_id text, integration_name text, owner_id text, team_id text, channel_id text,
  key text, status text, attempts integer, next_at bigint, request jsonb, answer jsonb, error text, duration_ms integer, post_id text, replay_of text, payload jsonb`;

/** Writes rows in the order of the list; one statement. A row that is there already stays as it is. */
export async function insertDeliveries(sql: Sql, rows: readonly DeliveryRow[]): Promise<void> {
  await sql.run(
    `INSERT INTO deliveries (${DELIVERY_COLUMNS}, payload)
     SELECT ${DELIVERY_COLUMNS}, payload FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (${RECORD})) WITH ORDINALITY ORDER BY ordinality
     ON CONFLICT (id) DO NOTHING`,
    [JSON.stringify(rows)],
  );
}

export function readDelivery(sql: Sql, id: string): Promise<DeliveryRow | undefined> {
  return sql.maybe<DeliveryRow>(`SELECT ${DELIVERY_COLUMNS}, payload FROM deliveries WHERE id = $1`, [id]);
}

export interface DeliveryResult {
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly next_at: number;
  readonly request: Delivery['request'];
  readonly answer: DeliveryAnswer;
  readonly error: string;
  readonly duration_ms: number;
  readonly post_id: string;
}

/** Notes how an attempt ended. */
export async function saveResult(sql: Sql, id: string, r: DeliveryResult, now: number): Promise<void> {
  await sql.run(
    'UPDATE deliveries SET status = $2, attempts = $3, next_at = $4, request = $5::jsonb, answer = $6::jsonb, error = $7, duration_ms = $8, post_id = $9, update_at = $10 WHERE id = $1',
    [id, r.status, r.attempts, r.next_at, JSON.stringify(r.request), JSON.stringify(r.answer), r.error, r.duration_ms, r.post_id, now],
  );
}

/** What waits under one key of one integration: only its first delivery may be made. */
export interface Lane {
  readonly integration_id: string;
  readonly key: string;
}

/** Lanes in which something waits, with the time of their first. Goes from lane to lane by the index, however much waits in each. */
export function readLanes(sql: Sql, limit: number): Promise<(Lane & { readonly next_at: number })[]> {
  return sql.rows(
    `WITH RECURSIVE lanes AS (
       (SELECT integration_id, key, next_at FROM deliveries WHERE status = 'waiting' ORDER BY integration_id, key, seq LIMIT 1)
       UNION ALL
       SELECT n.* FROM lanes l, LATERAL (SELECT integration_id, key, next_at FROM deliveries WHERE status = 'waiting' AND (integration_id, key) > (l.integration_id, l.key) ORDER BY integration_id, key, seq LIMIT 1) n
     ) SELECT integration_id, key, next_at FROM lanes ORDER BY next_at LIMIT $1`,
    [limit],
  );
}

/** The first that waits in a lane. */
export function readFirst(sql: Sql, { integration_id, key }: Lane): Promise<DeliveryRow | undefined> {
  return sql.maybe<DeliveryRow>(`SELECT ${DELIVERY_COLUMNS}, payload FROM deliveries WHERE status = 'waiting' AND integration_id = $1 AND key = $2 ORDER BY seq LIMIT 1`, [integration_id, key]);
}

/** Gives up what has waited since before then. */
export async function giveUpBefore(sql: Sql, before: number, error: string, now: number): Promise<void> {
  await sql.run("UPDATE deliveries SET status = 'dead', next_at = 0, error = $2, update_at = $3 WHERE status = 'waiting' AND create_at < $1", [before, error, now]);
}

/** Removes what is older, a piece at a time. Returns how many rows there were. */
export function deleteDeliveriesBefore(sql: Sql, before: number, limit: number): Promise<number> {
  return sql.run('DELETE FROM deliveries WHERE id IN (SELECT id FROM deliveries WHERE create_at < $1 ORDER BY create_at LIMIT $2)', [before, limit]);
}

/** Removes what somebody who is erased owned, or what happened in channels that are gone. */
export async function deleteDeliveriesOf(sql: Sql, of: { owner_id: string } | { channel_ids: readonly string[] }): Promise<void> {
  if ('owner_id' in of) await sql.run('DELETE FROM deliveries WHERE owner_id = $1', [of.owner_id]);
  else await sql.run('DELETE FROM deliveries WHERE channel_id = ANY($1)', [of.channel_ids]);
}
