import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import type { SubscriptionWithSecret } from '../../wire/index.ts';
import { shown } from '../subscription-fields.ts';
import { forgetSubscriptions } from '../subscriptions.cache.ts';
import { needSubscription, ownsSubscription } from '../subscriptions.permissions.ts';
import { updateSubscription } from '../subscriptions.store.ts';
import { newSecret } from './create-subscription.ts';

const DAY_MS = 86_400_000;

/** Gives it another secret; for a day calls are signed with both, so that the receiver can change over. */
export const regenerateSubscriptionSecret = action({
  name: 'regenerate-subscription-secret',
  summary: 'Give a subscription a new secret; the former one signs beside it for a day.',
  input: z.object({ subscription_id: fields.id() }),
  permission: ownsSubscription,
  run: async (ctx, { subscription_id }): Promise<SubscriptionWithSecret> => {
    const before = await needSubscription(ctx, subscription_id);
    const secret = newSecret();
    const after = { ...before, update_at: ctx.now, secret: ctx.app.secrets.seal(secret), former_secret: before.secret, former_until: ctx.now + DAY_MS };
    await updateSubscription(ctx.db, after);
    forgetSubscriptions(ctx.app);
    return { ...shown(after), secret };
  },
});
