import { actorOf, getUser } from '#identity/users/server/feature.ts';
import type { Ctx } from '#kernel/server/index.ts';
import type { DeliveryKind, DeliveryRow, NotSent, OutgoingCall } from '#extensions/deliveries/server/feature.ts';
import { canReadChannel } from '#messaging/channels/server/feature.ts';
import type { SubscriptionPayload } from '../wire/index.ts';
import { KIND, type QueuedEvent } from './journal.ts';
import { getSubscriptions } from './subscriptions.cache.ts';

// Being told that one was removed, or that a channel is gone, is the last thing one hears of it.
const FAREWELLS = /^(channel|channel-member|team|team-member)\.(removed|archived)$/;

/** How subscriptions call their receivers. */
export const subscriptionKind: DeliveryKind = { kind: KIND, call };

async function call(ctx: Ctx, delivery: DeliveryRow): Promise<OutgoingCall | NotSent> {
  const subscription = (await getSubscriptions(ctx.app)).by_id.get(delivery.integration_id);
  if (!subscription) return { refused: 'The subscription was deleted.' };
  if (!subscription.is_enabled) return { refused: 'The subscription is switched off.' };
  const owner = await getUser(ctx.app, subscription.owner_id);
  if (!owner || owner.delete_at) return { refused: 'The owner of the subscription is deactivated.' };
  const event = delivery.payload as QueuedEvent;
  // Who may not read a channel any more hears nothing of it, however long a call has waited.
  if (event.channel_id && !FAREWELLS.test(event.type) && !(await canReadChannel({ ...ctx, actor: actorOf(owner) }, event.channel_id))) return { refused: 'The owner of the subscription may not read the channel any more.' };
  const payload: SubscriptionPayload = { id: delivery.replay_of || delivery.id, type: event.type, create_at: event.create_at, team_id: event.team_id, channel_id: event.channel_id, data: event.data };
  const { secret, former_secret, former_until } = subscription;
  const sealed = former_secret && former_until > ctx.now ? [secret, former_secret] : [secret];
  return { url: subscription.url, headers: { 'content-type': 'application/json' }, body: JSON.stringify(payload), secrets: sealed.flatMap((one) => ctx.app.secrets.open(one) ?? []) };
}
