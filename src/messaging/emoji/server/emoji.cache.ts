import { createCache, type App, type Cache } from '#kernel/server/index.ts';
import { isSystemEmoji } from '../wire/system-names.ts';
import type { CustomEmoji } from '../wire/index.ts';
import { findAllEmoji } from './emoji.store.ts';

type ByName = ReadonlyMap<string, CustomEmoji>;
const ALL = 'all';

const caches = new WeakMap<App, Cache<ByName>>();

// All of them at once: most names that posts hold between colons are no emoji, and that must not cost a query either.
function cacheOf(app: App): Cache<ByName> {
  let cache = caches.get(app);
  if (!cache) caches.set(app, (cache = createCache<ByName>(app.bus, { name: 'emoji', max: 1, load: async () => new Map([[ALL, new Map((await findAllEmoji(app.db)).map((emoji) => [emoji.name, emoji]))]]) })));
  return cache;
}

/** All custom emoji by name. */
export async function customEmoji(app: App): Promise<ByName> {
  return (await cacheOf(app).get(ALL)) ?? new Map();
}

/** Call after a change of the table. */
export function forgetEmoji(app: App): void {
  cacheOf(app).invalidate(ALL);
}

/** Whether there is such an emoji, built in or custom. */
export async function emojiExists(app: App, name: string): Promise<boolean> {
  return isSystemEmoji(name) || (await customEmoji(app)).has(name);
}

/** Those of the names that are custom emoji. */
export async function findCustomEmoji(app: App, names: Iterable<string>): Promise<CustomEmoji[]> {
  const wanted = [...new Set(names)].filter((name) => !isSystemEmoji(name));
  if (!wanted.length) return [];
  const all = await customEmoji(app);
  return wanted.flatMap((name) => all.get(name) ?? []);
}
