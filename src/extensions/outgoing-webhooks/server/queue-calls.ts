import { getTeam } from '#identity/teams/server/feature.ts';
import { getUsers } from '#identity/users/server/feature.ts';
import { type App, type Sql } from '#kernel/server/index.ts';
import { queueDeliveries, wakeSender, type QueuedDelivery } from '#extensions/deliveries/server/feature.ts';
import { getChannel } from '#messaging/channels/server/feature.ts';
import type { NewPost } from '#messaging/posts/server/feature.ts';
import type { OutgoingWebhook, OutgoingWebhookPayload } from '../wire/index.ts';
import { getHooks, peekHooks } from './outgoing-webhooks.cache.ts';
import { enableOutgoingWebhooks } from './outgoing-webhooks.settings.ts';
import { triggerOf } from './trigger.rules.ts';

export const KIND = 'outgoing_webhook';

/** What a queued call is made of. The token is added when it leaves. */
export interface QueuedCall {
  /** Which of the webhook's addresses is called: one that is mended meanwhile is called at its new place. */
  readonly callback: number;
  readonly root_id: string;
  readonly fields: Omit<OutgoingWebhookPayload, 'token'>;
}

/** Queues the calls that new posts fire, in the transaction that writes them. */
export function queueCalls(app: App, tx: Sql, posts: readonly NewPost[]): Promise<(() => void) | undefined> | undefined {
  if (peekHooks(app)?.by_id.size === 0 || !app.settings.get(enableOutgoingWebhooks)) return undefined;
  return queue(app, tx, posts);
}

async function queue(app: App, tx: Sql, posts: readonly NewPost[]): Promise<(() => void) | undefined> {
  const { by_id, by_team } = await getHooks(app);
  if (!by_id.size) return undefined;
  const calls = (await Promise.all(posts.map((post) => callsOf(app, post.row, by_team)))).flat();
  if (!calls.length) return undefined;
  await queueDeliveries(tx, calls, app.clock());
  return () => wakeSender(app);
}

// What a webhook, the server or nobody has said fires none: two of them could talk to each other for ever.
async function callsOf(app: App, row: NewPost['row'], by_team: ReadonlyMap<string, readonly OutgoingWebhook[]>): Promise<QueuedDelivery[]> {
  if (row.props.from_webhook === 'true' || row.type.startsWith('system_')) return [];
  const channel = await getChannel(app, row.channel_id);
  if (channel?.type !== 'O') return [];
  const fired = (by_team.get(channel.team_id) ?? []).flatMap((hook) => {
    const trigger_word = triggerOf(hook, row);
    return trigger_word === undefined ? [] : [{ hook, trigger_word }];
  });
  if (!fired.length) return [];
  const [team, users] = await Promise.all([getTeam(app, channel.team_id), getUsers(app, [row.user_id])]);
  return fired.flatMap(({ hook, trigger_word }) => hook.callback_urls.map((url, callback) => {
    const fields = {
      team_id: channel.team_id, team_domain: team?.name ?? '', channel_id: channel.id, channel_name: channel.name, timestamp: row.create_at, user_id: row.user_id, user_name: users.get(row.user_id)?.username ?? '',
      post_id: row.id, text: row.message, trigger_word, file_ids: row.file_ids.join(','),
    };
    const payload: QueuedCall = { callback, root_id: row.root_id, fields };
    return { kind: KIND, integration_id: hook.id, integration_name: hook.display_name, owner_id: hook.creator_id, team_id: hook.team_id, channel_id: channel.id, key: `${channel.id} ${callback}`, url, payload };
  }));
}
