import type { App } from '../app.ts';
import type { Sql } from '../db/database.ts';
import type { Job } from './job.ts';
import { JobRunner, type JobTimings } from './runner.ts';

export interface AddOptions {
  /** In ms UTC; at once unless told. */
  readonly run_at?: number;
  /** At most one job waits under a key: a later one takes the place of the earlier. */
  readonly key?: string;
  /** The job exists if this transaction is committed. */
  readonly tx?: Sql;
}

/** A job that has failed at least once, for the administrator. */
export interface FailingJob {
  readonly id: number;
  readonly name: string;
  readonly key: string;
  readonly attempts: number;
  readonly max_attempts: number;
  /** When it is tried again, in ms UTC; 0 if never. */
  readonly next_at: number;
  readonly last_error: string;
}

/** Work that must not be lost with the process, and timers. Reached by `ctx.jobs`. */
export class Jobs {
  readonly #app: App;
  readonly #runner: JobRunner;

  constructor(app: App, timings?: Partial<JobTimings>) {
    this.#app = app;
    this.#runner = new JobRunner(app, timings);
  }

  /** Has the job run, once or until it succeeds. */
  async add<I>(job: Job<I>, input: I, { run_at, key, tx = this.#app.db }: AddOptions = {}): Promise<void> {
    const now = this.#app.clock();
    const payload = JSON.stringify({ input, due: run_at ?? now });
    // The database's clock is the one by which it runs: only the distance is told.
    await tx.run("SELECT muster_jobs.add_job($1, $2::json, run_at => now() + $3 * interval '1 millisecond', max_attempts => $4, job_key => $5)", [job.action.name, payload, Math.max(0, (run_at ?? now) - now), job.max_attempts, key ?? null]);
    this.#runner.start();
  }

  /** The job that waits under the key is not run; one that is under way goes on. */
  async remove(key: string, tx: Sql = this.#app.db): Promise<void> {
    await tx.run('SELECT muster_jobs.remove_job($1)', [key]);
  }

  /** What has failed and waits for its next attempt, or was given up. The latest first. */
  listFailing(limit = 100): Promise<FailingJob[]> {
    return this.#app.db.rows<FailingJob>(
      `SELECT id, task_identifier AS name, coalesce(key, '') AS key, attempts, max_attempts, coalesce(last_error, '') AS last_error,
         CASE WHEN attempts < max_attempts THEN (extract(epoch FROM run_at) * 1000)::bigint ELSE 0 END AS next_at
       FROM muster_jobs.jobs WHERE last_error IS NOT NULL ORDER BY updated_at DESC LIMIT $1`,
      [limit],
    );
  }

  /** Runs now what is due by the clock of the app, which may be ahead of the database's; ends when it has been tried. */
  runDue(): Promise<void> {
    return this.#runner.runDue();
  }

  /** Lets this node work soon: the kernel calls it once the server is ready. */
  startSoon(): void {
    this.#runner.startSoon();
  }

  /** Takes no more jobs, waits a little for those under way and gives back the rest. */
  stop(): Promise<void> {
    return this.#runner.stop();
  }
}
