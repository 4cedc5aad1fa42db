import type { Id, Timestamp } from '#kernel/wire/index.ts';

/** Has what happens sent to an address, as far as its owner may see it. */
export type Subscription = {
  id: Id;
  create_at: Timestamp;
  update_at: Timestamp;
  /** A person or bot: it hears what this account would be told by the WebSocket. */
  owner_id: Id;
  display_name: string;
  description: string;
  url: string;
  /** Names of events; `post.*` is all that begin so, `*` is all. */
  events: string[];
  /** '' for all teams of the owner, and what belongs to none. */
  team_id: Id;
  /** '' for all channels of the owner, and what belongs to none. */
  channel_id: Id;
  is_enabled: boolean;
};

/** The answer to making one or to a new secret: the only time that the secret is shown. */
export type SubscriptionWithSecret = Subscription & { secret: string };

/** What the receiver gets. The same `id` may come twice. */
export type SubscriptionPayload = {
  id: Id;
  /** The event's name. */
  type: string;
  create_at: Timestamp;
  team_id: Id;
  channel_id: Id;
  data: Record<string, unknown>;
};

export const subscription_limits = { display_name_max: 64, description_max: 500, url_max: 1024, events_max: 100, event_name_max: 64, per_owner_max: 100 } as const;
