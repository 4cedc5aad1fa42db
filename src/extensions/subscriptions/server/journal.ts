import { actorOf, getUser } from '#identity/users/server/feature.ts';
import { topicsOfUser, type App, type Frame, type Happening, type Sql } from '#kernel/server/index.ts';
import { deliveryUpdated, queueDeliveries, wakeSender, type QueuedDelivery } from '#extensions/deliveries/server/feature.ts';
import { getChannel, membershipsOf } from '#messaging/channels/server/feature.ts';
import { postCreated, type NewPost } from '#messaging/posts/server/feature.ts';
import { getSubscriptions, peekSubscriptions } from './subscriptions.cache.ts';
import { isShownTo, placeOf, plainData } from './subscriptions.rules.ts';
import type { SubscriptionRow } from './subscriptions.store.ts';

export const KIND = 'subscription';

/** What a queued call is made of. */
export interface QueuedEvent {
  readonly type: string;
  readonly create_at: number;
  readonly team_id: string;
  readonly channel_id: string;
  readonly data: Record<string, unknown>;
}

// Posts are noted with their own transaction; to tell of each delivery would be another delivery.
const ELSEWHERE: ReadonlySet<unknown> = new Set([postCreated, deliveryUpdated]);

// Their frames go to the person alone, although everybody of the team sees who is in it.
const KNOWN_TO_TEAM = new Set(['team-member.added', 'team-member.removed']);

/** Queues what has happened for those who want to hear of it and may. Posts are queued with their own transaction, by `queuePosts`. */
export function noteEvents(app: App, happenings: readonly Happening[]): Promise<void> | undefined {
  const known = peekSubscriptions(app);
  const wanted = happenings.filter(({ event }) => !ELSEWHERE.has(event) && (!known || known.wanting(event.name).length > 0));
  return wanted.length ? note(app, wanted) : undefined;
}

async function note(app: App, happenings: readonly Happening[]): Promise<void> {
  const subscriptions = await getSubscriptions(app);
  if (!subscriptions.by_id.size) return;
  const create_at = app.clock();
  const calls: QueuedDelivery[] = [];
  for (const happening of happenings) {
    const wanting = subscriptions.wanting(happening.event.name);
    if (!wanting.length) continue;
    const frames = app.framesOf(happening).filter((frame) => !frame.is_droppable);
    for (const subscription of wanting) calls.push(...(await callsOf(app, subscription, happening.event.name, frames, create_at)));
  }
  if (!calls.length) return;
  await queueDeliveries(app.db, calls, create_at);
  wakeSender(app);
}

// One event may have several frames, each for others: a subscription gets the first that its owner is shown.
async function callsOf(app: App, subscription: SubscriptionRow, type: string, frames: readonly Frame[], create_at: number): Promise<QueuedDelivery[]> {
  const topics = await topicsOf(app, subscription.owner_id);
  for (const frame of frames) {
    const { team_id, channel_id } = placeOf(frame);
    const seen = isShownTo(frame, subscription.owner_id, topics) || (KNOWN_TO_TEAM.has(type) && topics.has(`team:${team_id}`));
    if (!seen) continue;
    const channel = channel_id ? await getChannel(app, channel_id) : undefined;
    const place = { team_id: team_id || channel?.team_id || '', channel_id };
    if (!isInside(subscription, place)) continue;
    return [callOf(subscription, { type, create_at, ...place, data: plainData({ ...frame.data, ...frame.for_users?.get(subscription.owner_id) }) })];
  }
  return [];
}

async function topicsOf(app: App, user_id: string): Promise<ReadonlySet<string>> {
  const user = await getUser(app, user_id);
  if (!user || user.delete_at) return new Set();
  const lists = await Promise.all(app.all(topicsOfUser).map((list) => list(app, actorOf(user))));
  return new Set([`user:${user_id}`, 'all', ...lists.flat()]);
}

/** Queues new posts for those who want to hear of them and may, in the transaction that writes them. */
export function queuePosts(app: App, tx: Sql, posts: readonly NewPost[]): Promise<(() => void) | undefined> | undefined {
  const known = peekSubscriptions(app);
  return known && !known.wanting(postCreated.name).length ? undefined : queue(app, tx, posts);
}

async function queue(app: App, tx: Sql, posts: readonly NewPost[]): Promise<(() => void) | undefined> {
  const wanting = (await getSubscriptions(app)).wanting(postCreated.name);
  const calls: QueuedDelivery[] = [];
  for (const subscription of wanting) {
    const channels = await membershipsOf(app, subscription.owner_id);
    for (const { row, priority } of posts) {
      if (!channels.has(row.channel_id)) continue;
      const channel = await getChannel(app, row.channel_id);
      if (!channel || !isInside(subscription, { team_id: channel.team_id, channel_id: channel.id })) continue;
      const post = { ...row, delete_at: 0, is_pinned: false, ...(priority && { priority }) };
      const place = { team_id: channel.team_id, channel_id: channel.id };
      calls.push(callOf(subscription, { type: postCreated.name, create_at: row.create_at, ...place, data: { post, channel_name: channel.name, channel_display_name: channel.display_name, channel_type: channel.type, team_id: channel.team_id } }));
    }
  }
  if (!calls.length) return undefined;
  await queueDeliveries(tx, calls, app.clock());
  return () => wakeSender(app);
}

function isInside(subscription: SubscriptionRow, place: { team_id: string; channel_id: string }): boolean {
  return (!subscription.team_id || subscription.team_id === place.team_id) && (!subscription.channel_id || subscription.channel_id === place.channel_id);
}

/** The call that tells a subscription of an event. What happens in one channel comes in its order. */
export function callOf(subscription: SubscriptionRow, payload: QueuedEvent): QueuedDelivery {
  const { team_id, channel_id } = payload;
  return { kind: KIND, integration_id: subscription.id, integration_name: subscription.display_name, owner_id: subscription.owner_id, team_id: team_id || subscription.team_id, channel_id, key: channel_id, url: subscription.url, payload };
}
