import { z } from 'zod';
import { action, fields, permissionError } from '#kernel/server/index.ts';
import type { Subscription } from '../../wire/index.ts';
import { checkSubscription, shown, subscriptionFields as f } from '../subscription-fields.ts';
import { forgetSubscriptions } from '../subscriptions.cache.ts';
import { isOwnedBy, managesSubscription, mayHave, needSubscription } from '../subscriptions.permissions.ts';
import { updateSubscription } from '../subscriptions.store.ts';

// Without the default that the list's filter has: what is left out stays.
const idOrNone = z.string().regex(/^([a-zA-Z0-9]{26})?$/, 'must be an id of 26 letters and digits, or empty');

/** Changes what a subscription hears and where it sends; what is left out stays. */
export const patchSubscription = action({
  name: 'patch-subscription',
  summary: 'Change what a subscription hears and where it is sent; who manages those of others may switch it off and name it.',
  input: z.object({ subscription_id: fields.id(), ...z.object({ ...f, team_id: idOrNone, channel_id: idOrNone }).partial().shape }),
  permission: managesSubscription,
  run: async (ctx, { subscription_id, ...told }): Promise<Subscription> => {
    const before = await needSubscription(ctx, subscription_id);
    const after = { ...before, ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)), update_at: ctx.now };
    const isRedirected = [told.url, told.events, told.team_id, told.channel_id].some((value) => value !== undefined);
    if (isRedirected && !(await isOwnedBy(ctx, before))) throw permissionError(ctx.actor.user_id, managesSubscription.ids);
    const isWider = after.team_id !== before.team_id || after.channel_id !== before.channel_id;
    if (isWider && !(await mayHave(ctx, after))) throw permissionError(ctx.actor.user_id, managesSubscription.ids);
    await checkSubscription(ctx, after);
    await updateSubscription(ctx.db, after);
    forgetSubscriptions(ctx.app);
    return shown(after);
  },
});
