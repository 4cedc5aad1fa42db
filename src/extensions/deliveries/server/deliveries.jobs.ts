import { z } from 'zod';
import { defineJob } from '#kernel/server/index.ts';
import { maxAge, retentionDays } from './deliveries.settings.ts';
import { deleteDeliveriesBefore, giveUpBefore } from './deliveries.store.ts';
import { wakeSender } from './queue.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const PIECE = 5_000;

/** Removes what is older than the ledger keeps, and gives up what has waited too long. */
export const pruneDeliveries = defineJob({
  name: 'prune-deliveries',
  summary: 'Remove calls of integrations that are older than they are kept, and give up those that have waited too long.',
  input: z.object({}),
  every: '17 * * * *',
  unaudited: 'it follows from a setting',
  run: async (ctx) => {
    const hours = ctx.settings.get(maxAge);
    await giveUpBefore(ctx.db, ctx.now - hours * HOUR_MS, `It has waited for more than ${hours} hours.`, ctx.now);
    const before = ctx.now - ctx.settings.get(retentionDays) * DAY_MS;
    while (!ctx.signal.aborted && (await deleteDeliveriesBefore(ctx.db, before, PIECE)) === PIECE);
  },
});

/** Has the sender look: for what another node has queued before it died. */
export const sendDeliveries = defineJob({
  name: 'send-deliveries',
  summary: 'Make the calls to integrations that wait.',
  input: z.object({}),
  every: '*/5 * * * *',
  unaudited: 'each call is a row of the ledger',
  run: (ctx) => wakeSender(ctx),
});
