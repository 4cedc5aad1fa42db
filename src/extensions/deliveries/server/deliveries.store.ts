import type { Sql } from '#kernel/server/index.ts';
import type { Delivery } from '../wire/index.ts';

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

/** Removes what is older, a piece at a time. Returns how many rows there were. */
export function deleteDeliveriesBefore(sql: Sql, before: number, limit: number): Promise<number> {
  return sql.run('DELETE FROM deliveries WHERE id IN (SELECT id FROM deliveries WHERE create_at < $1 ORDER BY create_at LIMIT $2)', [before, limit]);
}

/** Removes what somebody who is erased owned, or what happened in channels that are gone. */
export async function deleteDeliveriesOf(sql: Sql, of: { owner_id: string } | { channel_ids: readonly string[] }): Promise<void> {
  if ('owner_id' in of) await sql.run('DELETE FROM deliveries WHERE owner_id = $1', [of.owner_id]);
  else await sql.run('DELETE FROM deliveries WHERE channel_id = ANY($1)', [of.channel_ids]);
}
