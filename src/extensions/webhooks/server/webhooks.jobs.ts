import { z } from 'zod';
import { defineJob } from '#kernel/server/index.ts';
import { forgetOldCalls } from './idempotency.ts';
import { sweepIncomingWebhooks } from './webhooks.store.ts';

const MESSAGES_KEPT_MS = 90 * 86_400_000;

/** Forgets what no call can be about any more. */
export const sweepWebhooks = defineJob({
  name: 'sweep-webhooks',
  summary: 'Forget keys of webhooks that were not heard of for 90 days, and idempotency keys older than a day.',
  input: z.object({}),
  every: '20 3 * * *',
  unaudited: 'it removes only what has run out',
  run: async (ctx) => {
    await forgetOldCalls(ctx.db, ctx.now);
    await sweepIncomingWebhooks(ctx.db, ctx.now - MESSAGES_KEPT_MS);
  },
});
