import { createCache, type App, type Cache } from '#kernel/server/index.ts';
import type { Connection } from './connections.rules.ts';
import { readConnections } from './connections.store.ts';

const ALL = 'all';
const caches = new WeakMap<App, Cache<readonly Connection[]>>();

/** All connections. There are few; warm they cost no query. */
export async function allConnections(app: App): Promise<readonly Connection[]> {
  return (await cacheOf(app).get(ALL)) ?? [];
}

/** Every node reads them again. */
export function forgetConnections(app: App): void {
  cacheOf(app).clear();
}

function cacheOf(app: App): Cache<readonly Connection[]> {
  let cache = caches.get(app);
  if (!cache) {
    cache = createCache<readonly Connection[]>(app.bus, { name: 'outgoing-oauth', max: 1, load: async () => new Map([[ALL, await readConnections(app)]]) });
    caches.set(app, cache);
  }
  return cache;
}
