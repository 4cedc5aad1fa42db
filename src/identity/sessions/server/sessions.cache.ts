import { createCache, type App, type Cache } from '#kernel/server/index.ts';
import { readByHashes, type SessionRecord } from './sessions.store.ts';

const caches = new WeakMap<App, Cache<SessionRecord>>();

/** The session behind a token's hash. Warm ones cost no query. */
export function sessionByHash(app: App, token_hash: string): Promise<SessionRecord | undefined> {
  return cacheOf(app).get(token_hash);
}

/** Ended or changed sessions are read again by every node. */
export function forgetSessions(app: App, hashes: readonly string[]): void {
  if (hashes.length) cacheOf(app).invalidate(...hashes);
}

function cacheOf(app: App): Cache<SessionRecord> {
  let cache = caches.get(app);
  if (!cache) {
    cache = createCache(app.bus, { name: 'sessions', max: 100_000, load: async (hashes) => new Map((await readByHashes(app.db, hashes)).map((s) => [s.token_hash, s])) });
    caches.set(app, cache);
  }
  return cache;
}
