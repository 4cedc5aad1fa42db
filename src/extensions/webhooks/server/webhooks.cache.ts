import { createCache, type App, type Cache } from '#kernel/server/index.ts';
import type { IncomingWebhook } from '../wire/index.ts';
import { readIncomingWebhooks } from './webhooks.store.ts';

const caches = new WeakMap<App, Cache<IncomingWebhook>>();

/** A webhook that was not deleted; warm ones cost no query. */
export function getIncomingWebhook(app: App, id: string): Promise<IncomingWebhook | undefined> {
  return cacheOf(app).get(id);
}

/** Call after the commit that changed it. */
export function forgetIncomingWebhook(app: App, ...ids: string[]): void {
  cacheOf(app).invalidate(...ids);
}

function cacheOf(app: App): Cache<IncomingWebhook> {
  let cache = caches.get(app);
  if (!cache) {
    cache = createCache(app.bus, { name: 'incoming-webhooks', max: 20_000, load: async (ids) => new Map((await readIncomingWebhooks(app.db, ids)).map((hook) => [hook.id, hook])) });
    caches.set(app, cache);
  }
  return cache;
}
