import { newId, type Sql } from '#kernel/server/index.ts';

export interface Replayable {
  readonly in: readonly string[];
  readonly out: readonly string[];
}

/**
 * Queues repetitions of the rows that match, in their order; those that cannot be repeated, or whose repetition waits already, are left out.
 * Returns the new ids. `where` uses its own parameters from $1 on.
 */
export async function insertReplays(sql: Sql, where: string, params: readonly unknown[], kinds: Replayable, limit: number, now: number): Promise<string[]> {
  const n = params.length;
  const found = await sql.rows<{ id: string }>(
    `SELECT id FROM deliveries d WHERE ${where} AND status <> 'waiting'
       AND (direction = 'out' AND kind = ANY($${n + 1}) AND payload IS NOT NULL OR direction = 'in' AND kind = ANY($${n + 2}) AND NOT (request->>'is_cut')::boolean)
       AND NOT EXISTS (SELECT 1 FROM deliveries w WHERE w.status = 'waiting' AND w.integration_id = d.integration_id AND w.key = d.key AND w.replay_of IN (d.id, d.replay_of) AND w.replay_of <> '')
     ORDER BY seq LIMIT $${n + 3}`,
    [...params, kinds.out, kinds.in, limit],
  );
  const pairs = found.map(({ id }) => ({ of: id, id: newId(now) }));
  if (!pairs.length) return [];
  const rows = await sql.rows<{ id: string }>(
    `INSERT INTO deliveries (id, create_at, update_at, direction, kind, integration_id, integration_name, owner_id, team_id, channel_id, key, status, attempts, next_at, request, answer, error, duration_ms, post_id, replay_of, payload)
     SELECT p.id, $2, $2, direction, kind, integration_id, integration_name, owner_id, team_id, channel_id, key, 'waiting', 0, $2, request, '{"status":0,"body":"","is_cut":false}', '', 0, '',
       CASE WHEN replay_of = '' THEN d.id ELSE replay_of END, payload
     FROM jsonb_to_recordset($1::jsonb) AS p(of text, id text) JOIN deliveries d ON d.id = p.of ORDER BY d.seq RETURNING id`,
    [JSON.stringify(pairs), now],
  );
  return rows.map((row) => row.id);
}
