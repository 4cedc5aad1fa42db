import { z } from 'zod';
import { query, signedIn } from '#kernel/server/index.ts';
import type { DeliveryCount } from '../../wire/index.ts';
import { sightOf } from '../deliveries.permissions.ts';
import { flushDeliveries } from '../recorder.ts';
import { FILTER, filterFields, filterParams } from './filter.ts';

const HOUR_MS = 3_600_000;
const MAX_HOURS = 24 * 31;

/** How many calls there were in each hour, for charts. Hours without any are left out. */
export const countDeliveries = query({
  name: 'count-deliveries',
  summary: 'Count the calls of integrations by hour and status, with how long they took: the last day unless told, at most a month.',
  input: z.object(filterFields),
  permission: signedIn('it counts only what the caller owns or administers'),
  run: async (ctx, i): Promise<{ counts: DeliveryCount[] }> => {
    await flushDeliveries(ctx.app);
    const until = i.until || ctx.now + 1;
    const since = Math.max(i.since || until - 24 * HOUR_MS, until - MAX_HOURS * HOUR_MS);
    const counts = await ctx.db.slow.rows<DeliveryCount>(
      `SELECT create_at / ${HOUR_MS} * ${HOUR_MS} AS hour,
         count(*) FILTER (WHERE status = 'waiting') AS waiting, count(*) FILTER (WHERE status = 'delivered') AS delivered, count(*) FILTER (WHERE status = 'failed') AS failed,
         count(*) FILTER (WHERE status = 'dead') AS dead, count(*) FILTER (WHERE status = 'refused') AS refused,
         coalesce(percentile_disc(0.95) WITHIN GROUP (ORDER BY duration_ms) FILTER (WHERE status <> 'waiting'), 0) AS p95_ms
       FROM deliveries WHERE ${FILTER} GROUP BY 1 ORDER BY 1`,
      filterParams(await sightOf(ctx), { ...i, since, until }),
    );
    return { counts };
  },
});
