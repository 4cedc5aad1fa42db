import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { forgetSubscriptions } from '../subscriptions.cache.ts';
import { managesSubscription } from '../subscriptions.permissions.ts';
import { deleteSubscriptions } from '../subscriptions.store.ts';

/** Sends nothing for it any more, also of what waits. */
export const deleteSubscription = action({
  name: 'delete-subscription',
  summary: 'Delete a subscription; what it still had to send is not sent.',
  input: z.object({ subscription_id: fields.id() }),
  permission: managesSubscription,
  run: async (ctx, { subscription_id }) => {
    await deleteSubscriptions(ctx.db, { id: subscription_id });
    forgetSubscriptions(ctx.app);
  },
});
