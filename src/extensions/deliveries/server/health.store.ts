import type { Sql } from '#kernel/server/index.ts';
import type { IntegrationHealth, IntegrationState } from '../wire/index.ts';
import type { Sight } from './deliveries.permissions.ts';
import { stateOf, type Rhythm } from './health.rules.ts';

const DAY_MS = 86_400_000;

/** How integrations have done in the last week, as far as somebody sees them: those with most failures first. */
export async function readHealth(sql: Sql, sight: Sight, now: number, limit: number): Promise<IntegrationHealth[]> {
  const rows = await sql.rows<Omit<IntegrationHealth, 'state'> & Rhythm>(
    `WITH calls AS (
       SELECT *, status <> 'delivered' AND (status <> 'waiting' OR attempts > 0) AS is_bad,
         row_number() OVER (PARTITION BY integration_id ORDER BY (status = 'waiting' AND attempts = 0), seq DESC) AS place,
         create_at - lag(create_at) OVER (PARTITION BY integration_id ORDER BY create_at, seq) AS gap_ms
       FROM deliveries WHERE create_at > $4::bigint - ${7 * DAY_MS} AND integration_id <> '' AND ($1 OR team_id = ANY($2) OR owner_id = $3)
     )
     SELECT integration_id, (array_agg(integration_name ORDER BY seq DESC))[1] AS integration_name, (array_agg(kind ORDER BY seq DESC))[1] AS kind, (array_agg(owner_id ORDER BY seq DESC))[1] AS owner_id,
       (array_agg(team_id ORDER BY seq DESC))[1] AS team_id, (array_agg(direction ORDER BY seq DESC))[1] AS direction,
       count(*) FILTER (WHERE create_at > $4::bigint - ${DAY_MS}) AS calls, count(*) FILTER (WHERE is_bad AND create_at > $4::bigint - ${DAY_MS}) AS failures,
       coalesce(percentile_disc(0.95) WITHIN GROUP (ORDER BY duration_ms) FILTER (WHERE attempts > 0 AND create_at > $4::bigint - ${DAY_MS}), 0) AS p95_ms,
       max(create_at) AS last_at, coalesce(max(create_at) FILTER (WHERE status = 'delivered'), 0) AS last_success_at,
       coalesce((array_agg(error ORDER BY seq DESC) FILTER (WHERE error <> ''))[1], '') AS last_error,
       coalesce(max(gap_ms), 0) AS longest_gap_ms, count(*) AS week_calls, count(*) FILTER (WHERE place <= 3 AND is_bad) = 3 AS is_failing
     FROM calls GROUP BY integration_id ORDER BY failures DESC, last_at DESC LIMIT $5`,
    [sight.is_all, sight.team_ids, sight.user_id, now, limit],
  );
  return rows.map(({ direction, longest_gap_ms, week_calls, is_failing, ...health }) => ({ ...health, state: stateOf({ direction, longest_gap_ms, week_calls, is_failing, last_at: health.last_at }, now) }));
}

/** Notes a state; true if it is another than the one noted before. An integration that nobody knew counts as ok before. */
export async function noteState(sql: Sql, integration_id: string, state: IntegrationState, now: number): Promise<boolean> {
  const before = await sql.maybe<{ state: IntegrationState }>('SELECT state FROM integration_states WHERE integration_id = $1', [integration_id]);
  if ((before?.state ?? 'ok') === state) return false;
  const changed = await sql.run(
    'INSERT INTO integration_states (integration_id, state, since) VALUES ($1, $2, $3) ON CONFLICT (integration_id) DO UPDATE SET state = excluded.state, since = excluded.since WHERE integration_states.state <> excluded.state',
    [integration_id, state, now],
  );
  return changed > 0;
}
