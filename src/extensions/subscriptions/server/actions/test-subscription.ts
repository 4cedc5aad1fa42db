import { z } from 'zod';
import { queueDeliveries, wakeSender } from '#extensions/deliveries/server/feature.ts';
import { action, fields } from '#kernel/server/index.ts';
import { callOf } from '../journal.ts';
import { managesSubscription, needSubscription } from '../subscriptions.permissions.ts';

/** Sends something that means nothing; the ledger says how it went. */
export const testSubscription = action({
  name: 'test-subscription',
  summary: 'Send a test to the address of a subscription; the answer names the delivery to look at.',
  input: z.object({ subscription_id: fields.id() }),
  permission: managesSubscription,
  run: async (ctx, { subscription_id }): Promise<{ id: string }> => {
    const subscription = await needSubscription(ctx, subscription_id);
    const payload = { type: 'subscription.test', create_at: ctx.now, team_id: subscription.team_id, channel_id: '', data: { text: 'This is a test.' } };
    const [id] = await queueDeliveries(ctx.db, [{ ...callOf(subscription, payload), key: `test ${ctx.now}` }], ctx.now);
    wakeSender(ctx);
    return { id: id! };
  },
});
