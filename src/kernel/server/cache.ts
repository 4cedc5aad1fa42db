import { LRUCache } from 'lru-cache';
import type { Bus } from './bus.ts';

/** Keeps what is read often in memory. Every node drops a key when any node changes what it names. */
export interface Cache<V extends {}> {
  /** The value, loaded once for all who ask at the same time; undefined where nothing has that key. */
  get(key: string): Promise<V | undefined>;
  /** Values of several keys in one load; missing ones are left out. */
  getMany(keys: readonly string[]): Promise<Map<string, V>>;
  /** What is in memory now, without loading. */
  peek(key: string): V | undefined;
  /** Call after the commit that changed it. */
  invalidate(...keys: string[]): void;
  clear(): void;
}

interface CacheOptions<V> {
  /** Unique; the bus subject follows from it. */
  readonly name: string;
  /** How many values are kept at most. */
  readonly max: number;
  /** Reads several keys at once. */
  load(keys: readonly string[]): Promise<Map<string, V>>;
}

const DROP_ALL = 'caches.drop-all';

/** Has every node forget what its caches hold. */
export function dropCaches(bus: Bus): void {
  bus.publish(DROP_ALL, null);
}

/** Makes a cache. A load that was under way when its key was invalidated is answered but not kept. */
export function createCache<V extends {}>(bus: Bus, options: CacheOptions<V>): Cache<V> {
  const kept = new LRUCache<string, V>({ max: options.max });
  const loading = new Map<string, Promise<V | undefined>>();
  const drop = (keys: readonly string[]) => {
    for (const key of keys) {
      kept.delete(key);
      loading.delete(key);
    }
  };
  const dropAll = () => {
    kept.clear();
    loading.clear();
  };
  bus.subscribe<readonly string[]>(`cache.${options.name}`, (keys) => (keys.length ? drop(keys) : dropAll()));
  bus.subscribe(DROP_ALL, dropAll);

  const startLoad = (keys: readonly string[]): void => {
    const batch = options.load(keys);
    for (const key of keys) {
      const one = batch.then(
        (found) => {
          const value = found.get(key);
          if (loading.get(key) === one) {
            loading.delete(key);
            if (value !== undefined) kept.set(key, value);
          }
          return value;
        },
        (error) => {
          if (loading.get(key) === one) loading.delete(key);
          throw error;
        },
      );
      loading.set(key, one);
    }
  };
  const get = (key: string): Promise<V | undefined> => {
    const value = kept.get(key);
    if (value !== undefined) return Promise.resolve(value);
    if (!loading.has(key)) startLoad([key]);
    return loading.get(key)!;
  };
  return {
    get,
    getMany: async (keys) => {
      const unknown = keys.filter((key) => !kept.has(key) && !loading.has(key));
      if (unknown.length) startLoad([...new Set(unknown)]);
      const values = await Promise.all(keys.map(get));
      return new Map(keys.flatMap((key, i) => (values[i] === undefined ? [] : [[key, values[i]] as const])));
    },
    peek: (key) => kept.get(key),
    invalidate: (...keys) => {
      if (keys.length) bus.publish(`cache.${options.name}`, keys);
    },
    clear: () => bus.publish(`cache.${options.name}`, []),
  };
}
