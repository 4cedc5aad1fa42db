import type pg from 'pg';
import type { Logger } from 'pino';

/** Where the library keeps its tables. */
export const SCHEMA = 'muster_jobs';

/** What the migrations of the library are remembered by: a newer library runs its new ones. */
export const LIBRARY = 'graphile-worker 0.17.3';

/** Makes or brings up to date the library's own tables. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  const { Logger: LibraryLogger, runMigrations } = await import('graphile-worker');
  await runMigrations({ pgPool: pool, schema: SCHEMA, logger: new LibraryLogger(() => () => {}) });
}

/** Starts the library's worker. Loaded only here: a server that starts does not wait for it. */
export async function runWorker(options: WorkerOptions): Promise<Worker> {
  const { Logger: LibraryLogger, parseCronItems, run } = await import('graphile-worker');
  const { EventEmitter } = await import('node:events');
  const events = new EventEmitter() as NonNullable<Parameters<typeof run>[0]['events']>;
  events.on('pool:create', ({ workerPool }) => options.onWorker(workerPool.id)); // jobs are locked by the pool
  events.on('job:start', ({ job }) => options.onStart(String(job.id)));
  events.on('job:complete', ({ job }) => options.onEnd(String(job.id)));
  const runner = await run({
    pgPool: options.pool,
    schema: SCHEMA,
    taskList: Object.fromEntries(
      Object.entries(options.tasks).map(([name, task]) => [name, (payload: unknown, { job }) => task(payload, { attempt: job.attempts, max_attempts: job.max_attempts })] as const),
    ) as Parameters<typeof run>[0]['taskList'],
    parsedCronItems: parseCronItems(options.crons.map(({ name, every, max_attempts }) => ({ task: name, match: every, identifier: name, options: { jobKey: `every ${name}`, jobKeyMode: 'preserve_run_at', maxAttempts: max_attempts } }))),
    concurrency: options.concurrency,
    pollInterval: options.poll_ms,
    noHandleSignals: true,
    events,
    logger: new LibraryLogger(() => (level, message) => {
      // How a job failed is told by whoever ran it.
      if ((level === 'error' || level === 'warning') && !message.startsWith('Failed task')) options.log.warn({ reason: message }, 'the jobs have a difficulty');
    }),
  });
  return { ended: runner.promise, stop: () => runner.stop() };
}

export interface WorkerOptions {
  readonly pool: pg.Pool;
  readonly log: Logger;
  readonly tasks: Readonly<Record<string, (payload: unknown, attempt: { attempt: number; max_attempts: number }) => Promise<void>>>;
  readonly crons: readonly { readonly name: string; readonly every: string; readonly max_attempts: number }[];
  readonly concurrency: number;
  readonly poll_ms: number;
  /** Before the worker of this id takes its first job. */
  onWorker(worker_id: string): void;
  onStart(job_id: string): void;
  /** A run of the job has ended, well or not; the database is just being told. */
  onEnd(job_id: string): void;
}

export interface Worker {
  /** Rejects when the worker could not go on. */
  readonly ended: Promise<void>;
  /** Takes no more jobs; ends when those under way have. */
  stop(): Promise<void>;
}
