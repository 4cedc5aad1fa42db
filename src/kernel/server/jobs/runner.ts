import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '../app.ts';
import { AppError } from '../errors.ts';
import type { Job } from './job.ts';
import { runWorker, type Worker } from './library.ts';
import { Presence } from './presence.ts';

export interface JobTimings {
  /** How long after the start the library is loaded, unless a job is added before. */
  readonly start_after_ms: number;
  /** How often due timers are looked for. */
  readonly poll_ms: number;
  /** How often a node says that it is there. */
  readonly beat_ms: number;
  /** A node that has not been heard of for so long is dead, and its jobs are for others. */
  readonly lost_after_ms: number;
  /** How long a stop waits for jobs under way. */
  readonly grace_ms: number;
}

const TIMINGS: JobTimings = { start_after_ms: 1_000, poll_ms: 2_000, beat_ms: 10_000, lost_after_ms: 30_000, grace_ms: 4_000 };
const CONCURRENCY = 4;
const MAX_ENDED = 200;
const RESTART_AFTER_MS = 5_000;

/** The worker of this node. */
export class JobRunner {
  readonly #app: App;
  readonly #timings: JobTimings;
  readonly #presence: Presence;
  readonly #jobs: ReadonlyMap<string, Job>;
  readonly #stopping = new AbortController();
  readonly #cut = new AbortController();
  readonly #ends = new Map<string, () => void>();
  /** Runs that ended lately, of which the database may not know yet. */
  readonly #ended = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #worker: Worker | undefined;

  constructor(app: App, timings: Partial<JobTimings> = {}) {
    this.#app = app;
    this.#timings = { ...TIMINGS, ...timings };
    this.#presence = new Presence(app.db, app.log, this.#timings);
    this.#jobs = new Map(app.features.flatMap((f) => f.jobs ?? []).map((job) => [job.action.name, job]));
  }

  startSoon(): void {
    if (!this.#jobs.size) return;
    this.#timer = setTimeout(() => this.start(), this.#timings.start_after_ms).unref();
  }

  start(): void {
    if (this.#running || this.#stopping.signal.aborted) return;
    clearTimeout(this.#timer);
    this.#running = this.#keepRunning();
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#stopping.abort();
    const ended = Promise.all([this.#worker?.stop().catch(() => {}), this.#running]);
    await Promise.race([ended, wait(this.#timings.grace_ms, undefined, { ref: false })]);
    // Given back first: what is cut off then counts as not tried.
    await this.#presence.leave();
    this.#cut.abort(new Error('the server stops'));
  }

  async runDue(): Promise<void> {
    this.start();
    const { db } = this.#app;
    const due = await db.rows<{ id: number }>("SELECT id FROM muster_jobs._private_jobs WHERE (locked_at IS NOT NULL OR attempts < max_attempts) AND (payload->>'due')::bigint <= $1", [this.#app.clock()]);
    const ids = due.map(({ id }) => id);
    const ended = Promise.all(ids.map((id) => new Promise<void>((resolve) => this.#ends.set(String(id), resolve))));
    await db.run('SELECT muster_jobs.reschedule_jobs($1::bigint[], run_at => now())', [ids]);
    await db.run("SELECT pg_notify('jobs:insert', $1)", [JSON.stringify({ count: ids.length })]);
    // What ended before somebody waited for it is told by nobody.
    const open = await db.rows<{ id: number }>('SELECT id FROM muster_jobs.jobs WHERE id = ANY($1::bigint[]) AND (locked_at IS NOT NULL OR run_at <= now())', [ids]);
    const open_ids = new Set(open.map(({ id }) => id));
    for (const id of ids) if (!open_ids.has(id) || this.#ended.has(String(id))) this.#ends.get(String(id))?.();
    await ended;
  }

  // The library gives up when the database is away for long: it is started again until the server stops.
  async #keepRunning(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        this.#worker = await this.#work();
        if (signal.aborted) await this.#worker.stop();
        await this.#worker.ended;
      } catch (error) {
        if (signal.aborted) return;
        this.#app.log.warn({ error: (error as Error).message }, 'the jobs could not be looked after and are tried again');
        await wait(RESTART_AFTER_MS, undefined, { signal, ref: false }).catch(() => {});
      }
    }
  }

  #work(): Promise<Worker> {
    this.#presence.begin();
    return runWorker({
      pool: this.#app.db.pool,
      log: this.#app.log,
      tasks: Object.fromEntries([...this.#jobs].map(([name, job]) => [name, (payload, attempt) => this.#run(job, payload as { input?: unknown }, attempt)])),
      crons: [...this.#jobs].flatMap(([name, { every, max_attempts }]) => (every ? [{ name, every, max_attempts }] : [])),
      concurrency: CONCURRENCY,
      poll_ms: this.#timings.poll_ms,
      onWorker: (id) => this.#presence.add(id),
      onStart: (id) => void this.#ended.delete(id),
      onEnd: (id) => this.#end(id),
    });
  }

  #end(id: string): void {
    this.#ends.get(id)?.();
    this.#ends.delete(id);
    this.#ended.add(id);
    if (this.#ended.size > MAX_ENDED) this.#ended.delete(this.#ended.values().next().value!);
  }

  async #run(job: Job, { input = {} }: { input?: unknown }, { attempt, max_attempts }: { attempt: number; max_attempts: number }): Promise<void> {
    const signal = AbortSignal.any([this.#cut.signal, AbortSignal.timeout(job.time_limit_ms)]);
    const ctx = { ...this.#app.systemCtx(), attempt, is_last_attempt: attempt >= max_attempts, signal };
    try {
      await Promise.race([this.#app.execute(ctx, job.action, input), whenAborted(signal)]);
    } catch (error) {
      const level = attempt >= max_attempts ? 'error' : 'warn';
      this.#app.log[level]({ err: error instanceof AppError ? undefined : error, job: job.action.name, attempt, max_attempts, reason: (error as Error).message }, level === 'error' ? 'a job has failed for the last time' : 'a job has failed and is tried again');
      throw error;
    }
  }
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }));
}
