import { z } from 'zod';
import { query, signedIn } from '#kernel/server/index.ts';
import type { IntegrationHealth } from '../../wire/index.ts';
import { sightOf } from '../deliveries.permissions.ts';
import { readHealth } from '../health.store.ts';
import { flushDeliveries } from '../recorder.ts';

const MAX = 500;

/** How integrations do, by their calls of the last week. */
export const listIntegrationHealth = query({
  name: 'list-integration-health',
  summary: 'List how integrations do by their calls of the last week: one\'s own, and those of teams that one administers.',
  input: z.object({}),
  permission: signedIn('it shows only what the caller owns or administers'),
  run: async (ctx): Promise<{ integrations: IntegrationHealth[] }> => {
    await flushDeliveries(ctx.app);
    return { integrations: await readHealth(ctx.db.slow, await sightOf(ctx), ctx.now, MAX) };
  },
});
