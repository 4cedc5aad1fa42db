import { createCache, type App, type Cache } from '#kernel/server/index.ts';
import { readDraftPlaces } from './drafts.store.ts';

const caches = new WeakMap<App, Cache<ReadonlySet<string>>>();

/** Where people have drafts, so that a post of somebody without any costs no statement. */
export function draftPlaces(app: App): Cache<ReadonlySet<string>> {
  const cache = caches.get(app) ?? createCache<ReadonlySet<string>>(app.bus, { name: 'drafts', max: 20_000, load: (ids) => readDraftPlaces(app.db, ids) });
  caches.set(app, cache);
  return cache;
}
