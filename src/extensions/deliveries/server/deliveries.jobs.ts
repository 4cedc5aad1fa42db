import { z } from 'zod';
import { defineJob } from '#kernel/server/index.ts';
import { retentionDays } from './deliveries.settings.ts';
import { deleteDeliveriesBefore } from './deliveries.store.ts';

const DAY_MS = 86_400_000;
const PIECE = 5_000;

/** Removes what is older than the ledger keeps. */
export const pruneDeliveries = defineJob({
  name: 'prune-deliveries',
  summary: 'Remove calls of integrations that are older than they are kept.',
  input: z.object({}),
  every: '17 * * * *',
  unaudited: 'it follows from a setting',
  run: async (ctx) => {
    const before = ctx.now - ctx.settings.get(retentionDays) * DAY_MS;
    while (!ctx.signal.aborted && (await deleteDeliveriesBefore(ctx.db, before, PIECE)) === PIECE);
  },
});
