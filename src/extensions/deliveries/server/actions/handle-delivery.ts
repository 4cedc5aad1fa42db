import { z } from 'zod';
import { action, SYSTEM, type Ctx } from '#kernel/server/index.ts';

/** Runs what other features do with a call in the kernel's order, so that its events leave. */
export const handleDelivery = action({
  name: 'handle-delivery',
  summary: 'Use the answer of an integration, or take in again what it sent.',
  input: z.object({ work: z.custom<(ctx: Ctx) => Promise<unknown>>() }),
  permission: { scope: 'system', ids: [], check: (ctx) => ctx.actor === SYSTEM },
  unaudited: 'the ledger is its record',
  run: (ctx, { work }) => work(ctx),
});
