import { createCache, type App, type Cache } from '#kernel/server/index.ts';
import type { OutgoingWebhook } from '../wire/index.ts';
import { readAllOutgoingWebhooks } from './outgoing-webhooks.store.ts';

/** Every outgoing webhook: there are few, and every post asks for them. */
export interface Hooks {
  readonly by_id: ReadonlyMap<string, OutgoingWebhook>;
  readonly by_team: ReadonlyMap<string, readonly OutgoingWebhook[]>;
}

const ALL = 'all';
const caches = new WeakMap<App, Cache<Hooks>>();

/** All webhooks, with their tokens in clear; warm, it costs no query. */
export async function getHooks(app: App): Promise<Hooks> {
  return (await cacheOf(app).get(ALL))!;
}

/** The same if they are in memory. */
export function peekHooks(app: App): Hooks | undefined {
  return cacheOf(app).peek(ALL);
}

/** Call after the commit that changed one. */
export function forgetHooks(app: App): void {
  cacheOf(app).invalidate(ALL);
}

function cacheOf(app: App): Cache<Hooks> {
  let cache = caches.get(app);
  if (!cache) {
    cache = createCache(app.bus, { name: 'outgoing-webhooks', max: 1, load: async () => new Map([[ALL, await loadHooks(app)]]) });
    caches.set(app, cache);
  }
  return cache;
}

async function loadHooks(app: App): Promise<Hooks> {
  const hooks = (await readAllOutgoingWebhooks(app.db)).map((hook) => ({ ...hook, token: app.secrets.open(hook.token) ?? '' }));
  return { by_id: new Map(hooks.map((hook) => [hook.id, hook])), by_team: groupByTeam(hooks) };
}

function groupByTeam(hooks: readonly OutgoingWebhook[]): Map<string, OutgoingWebhook[]> {
  const teams = new Map<string, OutgoingWebhook[]>();
  for (const hook of hooks) teams.set(hook.team_id, [...(teams.get(hook.team_id) ?? []), hook]);
  return teams;
}
