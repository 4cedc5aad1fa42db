import { z } from 'zod';
import { action, signedIn } from '#kernel/server/index.ts';
import { sightOf } from '../deliveries.permissions.ts';
import { FILTER, filterFields, filterParams } from '../queries/filter.ts';
import { wakeSender } from '../queue.ts';
import { flushDeliveries } from '../recorder.ts';
import { replayable } from '../replay.rules.ts';
import { insertReplays } from '../replay.store.ts';

const MAX = 10_000;

/** Makes all calls again that match and did not succeed, in their order. */
export const replayDeliveries = action({
  name: 'replay-deliveries',
  summary: 'Make all calls of integrations again that match a filter: those that failed, unless a status is named.',
  input: z.object(filterFields),
  permission: signedIn('it replays only what the caller owns or administers'),
  run: async (ctx, i): Promise<{ queued: number; is_all: boolean }> => {
    await flushDeliveries(ctx.app);
    const which = i.status ? '' : "AND status IN ('failed', 'dead', 'refused')";
    const ids = await insertReplays(ctx.db, `${FILTER} ${which}`, filterParams(await sightOf(ctx), i), replayable(ctx.app), MAX, ctx.now);
    if (ids.length) wakeSender(ctx);
    ctx.notes.push(`queued=${ids.length}`);
    return { queued: ids.length, is_all: ids.length < MAX };
  },
});
