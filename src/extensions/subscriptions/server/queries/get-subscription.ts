import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { shown } from '../subscription-fields.ts';
import { managesSubscription, needSubscription } from '../subscriptions.permissions.ts';

/** One subscription, without its secret. */
export const getSubscription = query({
  name: 'get-subscription',
  summary: 'Get a subscription.',
  input: z.object({ subscription_id: fields.id() }),
  permission: managesSubscription,
  run: async (ctx, { subscription_id }) => shown(await needSubscription(ctx, subscription_id)),
});
