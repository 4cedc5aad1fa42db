import { createCache, type App, type Cache } from '#kernel/server/index.ts';
import { readAllSubscriptions, type SubscriptionRow } from './subscriptions.store.ts';
import { hears } from './subscriptions.rules.ts';

/** Every subscription: there are few, and everything that happens asks for them. */
export interface Subscriptions {
  readonly by_id: ReadonlyMap<string, SubscriptionRow>;
  /** The enabled ones that want events of this name. */
  wanting(event: string): readonly SubscriptionRow[];
}

const ALL = 'all';
const caches = new WeakMap<App, Cache<Subscriptions>>();

/** All of them; warm, it costs no query. */
export async function getSubscriptions(app: App): Promise<Subscriptions> {
  return (await cacheOf(app).get(ALL))!;
}

/** The same if they are in memory. */
export function peekSubscriptions(app: App): Subscriptions | undefined {
  return cacheOf(app).peek(ALL);
}

/** Call after the commit that changed one. */
export function forgetSubscriptions(app: App): void {
  cacheOf(app).invalidate(ALL);
}

function cacheOf(app: App): Cache<Subscriptions> {
  let cache = caches.get(app);
  if (!cache) {
    cache = createCache(app.bus, { name: 'subscriptions', max: 1, load: async () => new Map([[ALL, index(await readAllSubscriptions(app.db))]]) });
    caches.set(app, cache);
  }
  return cache;
}

function index(rows: readonly SubscriptionRow[]): Subscriptions {
  const known = new Map<string, readonly SubscriptionRow[]>();
  return {
    by_id: new Map(rows.map((row) => [row.id, row])),
    wanting: (event) => {
      let found = known.get(event);
      if (!found) known.set(event, (found = rows.filter((row) => row.is_enabled && hears(row.events, event))));
      return found;
    },
  };
}
