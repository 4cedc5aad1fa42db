import { cpuUsage } from 'node:process';
import { cpus } from 'node:os';
import type { World } from './world.ts';

/** What one run of a measure found. */
export interface Sample {
  /** How many operations were done. */
  readonly count: number;
  readonly elapsed_ms: number;
  readonly server_ms: number;
  readonly postgres_ms: number;
  /** Share of all cores that the bench itself took; above 0.4 it may be what limits. */
  readonly own_share: number;
  /** More figures with their units in the name, such as `deliver_p99_ms`. */
  readonly figures: Readonly<Record<string, number>>;
}

/** One thing that is measured. */
export interface Measure {
  readonly name: string;
  /** What one operation is, for the table. */
  readonly unit: string;
  readonly what: string;
  /** What the peer does on a machine of this kind, per second, and the processor time of one operation in ms. */
  readonly reference?: { readonly per_second?: number; readonly cpu_ms?: number; readonly figures?: Readonly<Record<string, number>> };
  /** Takes long to prepare: measured only when it is named. */
  readonly is_on_request?: boolean;
  /** Runs `repeats` times, after one warm-up. */
  prepare(world: World): Promise<Running>;
}

export interface Running {
  /** Works for about so many seconds and says how much it did. */
  run(seconds: number): Promise<{ count: number; figures?: Record<string, number> }>;
  end?(): Promise<void> | void;
}

/** Runs a prepared measure once and adds what it cost. */
export async function sample(world: World, running: Running, seconds: number): Promise<Sample> {
  const cpu = world.server.cpu();
  const own = cpuUsage();
  const begin = performance.now();
  const { count, figures = {} } = await running.run(seconds);
  const elapsed_ms = performance.now() - begin;
  const after = world.server.cpu();
  const used = cpuUsage(own);
  return {
    count,
    elapsed_ms,
    server_ms: after.server_ms - cpu.server_ms,
    postgres_ms: after.postgres_ms - cpu.postgres_ms,
    own_share: (used.user + used.system) / 1000 / elapsed_ms / cpus().length,
    figures,
  };
}

/** Keeps `in_flight` operations under way for so many seconds; returns how many ended. */
export async function keepBusy(seconds: number, in_flight: number, operation: (n: number) => Promise<void>): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let begun = 0;
  let count = 0;
  const worker = async () => {
    while (performance.now() < end) {
      await operation(begun++);
      count++;
    }
  };
  await Promise.all(Array.from({ length: in_flight }, worker));
  return count;
}

/** Waits until a condition holds, or so long; the measure says itself what is missing then. */
export async function waitUntil(holds: () => boolean, limit_ms: number): Promise<void> {
  const end = performance.now() + limit_ms;
  while (!holds() && performance.now() < end) await new Promise((done) => setTimeout(done, 5));
}
