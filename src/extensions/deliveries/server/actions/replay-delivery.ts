import { z } from 'zod';
import { action, fields, userError } from '#kernel/server/index.ts';
import { managesDelivery, needDelivery } from '../deliveries.permissions.ts';
import { insertReplays, type Replayable } from '../replay.store.ts';
import { replayable } from '../replay.rules.ts';
import { wakeSender } from '../queue.ts';

/** Makes one call again. The receiver sees the same `webhook-id` and can tell that it is a repetition. */
export const replayDelivery = action({
  name: 'replay-delivery',
  summary: 'Make a call of an integration again.',
  input: z.object({ delivery_id: fields.id() }),
  permission: managesDelivery,
  run: async (ctx, { delivery_id }): Promise<{ id: string }> => {
    const delivery = await needDelivery(ctx, delivery_id);
    const kinds: Replayable = replayable(ctx.app);
    const list = delivery.direction === 'in' ? kinds.in : kinds.out;
    if (!list.includes(delivery.kind)) throw userError('muster.deliveries.not_replayable', `Calls of the kind "${delivery.kind}" cannot be replayed: somebody waited for their answer.`);
    if (delivery.status === 'waiting') throw userError('muster.deliveries.waiting', 'This delivery is still waiting and will be sent by itself.', 409);
    if (delivery.direction === 'in' && delivery.request.is_cut) throw userError('muster.deliveries.cut', 'The body of this call was too long to be kept whole (MusterSettings.DeliveryBodyBytes), so it cannot be replayed.');
    const [id] = await insertReplays(ctx.db, 'id = $1', [delivery_id], kinds, 1, ctx.now);
    if (!id) throw userError('muster.deliveries.not_replayable', 'What this call was made of is not kept any more.');
    wakeSender(ctx);
    return { id };
  },
});
