import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createLocalBus } from './bus.ts';
import { createCache } from './cache.ts';

const bus = () => createLocalBus(pino({ level: 'silent' }));

test('values asked for at the same time are loaded once', async () => {
  let loads = 0;
  const cache = createCache<string>(bus(), { name: 'a', max: 10, load: async (keys) => (loads++, new Map(keys.map((key) => [key, key.toUpperCase()]))) });
  expect(await Promise.all([cache.get('x'), cache.get('x'), cache.get('x')])).toEqual(['X', 'X', 'X']);
  expect(await cache.get('x')).toBe('X');
  expect(loads).toBe(1);
});

test('a load that was under way when its key changed is answered but not kept', async () => {
  let value = 'old';
  let finish = () => {};
  const cache = createCache<string>(bus(), {
    name: 'a',
    max: 10,
    load: async (keys) => {
      const seen = value;
      await new Promise<void>((done) => (finish = done));
      return new Map(keys.map((key) => [key, seen]));
    },
  });
  const first = cache.get('x');
  value = 'new';
  cache.invalidate('x');
  finish();
  expect(await first).toBe('old');
  const second = cache.get('x');
  finish();
  expect(await second).toBe('new');
});

test('a change on one node is dropped by the caches of all', async () => {
  const shared = bus();
  let value = 1;
  const make = () => createCache<{ value: number }>(shared, { name: 'a', max: 10, load: async (keys) => new Map(keys.map((key) => [key, { value }])) });
  const [one, two] = [make(), make()];
  expect([(await one.get('x'))?.value, (await two.get('x'))?.value]).toEqual([1, 1]);
  value = 2;
  one.invalidate('x');
  expect([(await one.get('x'))?.value, (await two.get('x'))?.value]).toEqual([2, 2]);
});

test('a failed load is not remembered', async () => {
  let fails = true;
  const cache = createCache<string>(bus(), { name: 'a', max: 10, load: async (keys) => (fails ? Promise.reject(new Error('away')) : new Map(keys.map((key) => [key, 'here']))) });
  await expect(cache.get('x')).rejects.toThrow('away');
  fails = false;
  expect(await cache.get('x')).toBe('here');
});

test('several keys are read in one load and missing ones left out', async () => {
  const asked: string[][] = [];
  const cache = createCache<string>(bus(), { name: 'a', max: 10, load: async (keys) => (asked.push([...keys]), new Map(keys.filter((key) => key !== 'none').map((key) => [key, key]))) });
  await cache.get('a');
  expect([...(await cache.getMany(['a', 'b', 'none', 'c']))]).toEqual([['a', 'a'], ['b', 'b'], ['c', 'c']]);
  expect(asked).toEqual([['a'], ['b', 'none', 'c']]);
});
