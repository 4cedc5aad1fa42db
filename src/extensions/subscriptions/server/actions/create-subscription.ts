import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { action, fields, newId, userError } from '#kernel/server/index.ts';
import { subscription_limits as limits, type SubscriptionWithSecret } from '../../wire/index.ts';
import { checkSubscription, shown, subscriptionFields as f } from '../subscription-fields.ts';
import { forgetSubscriptions, getSubscriptions } from '../subscriptions.cache.ts';
import { makesSubscriptions } from '../subscriptions.permissions.ts';
import { insertSubscription } from '../subscriptions.store.ts';

/** Has what happens sent to an address. */
export const createSubscription = action({
  name: 'create-subscription',
  summary: 'Have what happens, as far as the owner may see it, sent to an address, signed. The secret is shown once.',
  input: z.object({ owner_id: fields.optionalId(), ...f, display_name: f.display_name.default(''), description: f.description.default(''), is_enabled: f.is_enabled.default(true) }),
  permission: makesSubscriptions,
  run: async (ctx, { owner_id, ...told }): Promise<SubscriptionWithSecret> => {
    const subscription = { ...told, id: newId(ctx.now), create_at: ctx.now, update_at: ctx.now, owner_id: owner_id || ctx.actor.user_id };
    await checkSubscription(ctx, subscription);
    const others = [...(await getSubscriptions(ctx.app)).by_id.values()].filter((other) => other.owner_id === subscription.owner_id);
    if (others.length >= limits.per_owner_max) throw userError('muster.subscriptions.too_many', `Nobody may have more than ${limits.per_owner_max} subscriptions. Delete one first.`);
    const secret = newSecret();
    const row = { ...subscription, secret: ctx.app.secrets.seal(secret), former_secret: '', former_until: 0 };
    await insertSubscription(ctx.db, row);
    forgetSubscriptions(ctx.app);
    return { ...shown(row), secret };
  },
});

/** A key for signatures, in the form of the Standard Webhooks specification. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}
