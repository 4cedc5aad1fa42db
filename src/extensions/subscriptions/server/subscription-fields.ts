import { z } from 'zod';
import { actorOf, getUser } from '#identity/users/server/feature.ts';
import { fields, invalidBody, type Ctx } from '#kernel/server/index.ts';
import { canReadChannel, getChannel } from '#messaging/channels/server/feature.ts';
import { subscription_limits as limits, type Subscription } from '../wire/index.ts';
import { hears } from './subscriptions.rules.ts';
import type { SubscriptionRow } from './subscriptions.store.ts';

/** What a subscription can be told about itself. */
export const subscriptionFields = {
  display_name: fields.text(limits.display_name_max),
  description: fields.text(limits.description_max),
  url: fields.text(limits.url_max),
  events: z.array(fields.text(limits.event_name_max)).min(1).max(limits.events_max),
  team_id: fields.optionalId(),
  channel_id: fields.optionalId(),
  is_enabled: z.boolean(),
};

/** Without what nobody may see twice. */
export function shown({ secret: _secret, former_secret: _former, former_until: _until, ...subscription }: SubscriptionRow): Subscription {
  return subscription;
}

/** Refuses what cannot work: an address that is none, events that do not exist, a channel that the owner cannot read. */
export async function checkSubscription(ctx: Ctx, s: Subscription): Promise<void> {
  if (!URL.canParse(s.url) || !/^https?:\/\//i.test(s.url)) throw invalidBody('url', 'The address must begin with http:// or https://.');
  const names = ctx.app.event_names;
  const unknown = s.events.find((pattern) => !names.some((name) => hears([pattern], name)));
  if (unknown !== undefined) throw invalidBody('events', `No event is called "${unknown}". GET /api/muster/v1/subscriptions/events lists them; "post.*" and "*" stand for several.`);
  if (!s.channel_id) return;
  const [channel, owner] = [await getChannel(ctx.app, s.channel_id), await getUser(ctx.app, s.owner_id)];
  if (!channel || !owner || !(await canReadChannel({ ...ctx, actor: actorOf(owner) }, channel.id))) throw invalidBody('channel_id', 'The owner of the subscription cannot read this channel.');
  if (s.team_id && channel.team_id !== s.team_id) throw invalidBody('channel_id', 'The channel is of another team.');
}
