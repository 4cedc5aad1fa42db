import type { Logger } from 'pino';
import type { Database } from '../db/database.ts';

/** Says that this node's workers are alive, and frees what dead ones had taken: the library alone would wait four hours. */
export class Presence {
  readonly #db: Database;
  readonly #log: Logger;
  readonly #beat_ms: number;
  readonly #lost_after_ms: number;
  #ids: string[] = [];
  #timer: NodeJS.Timeout | undefined;
  #beating: Promise<void> = Promise.resolve();

  constructor(db: Database, log: Logger, timings: { readonly beat_ms: number; readonly lost_after_ms: number }) {
    this.#db = db;
    this.#log = log;
    this.#beat_ms = timings.beat_ms;
    this.#lost_after_ms = timings.lost_after_ms;
  }

  /** Workers are being started; those of before are gone. */
  begin(): void {
    this.#ids = [];
    this.#timer ??= setInterval(() => void this.#beat(), this.#beat_ms).unref();
  }

  add(worker_id: string): void {
    this.#ids.push(worker_id);
    if (this.#ids.length === 1) queueMicrotask(() => void this.#beat());
  }

  /** Gives back what this node's workers hold, as if they had not tried. */
  async leave(): Promise<void> {
    clearInterval(this.#timer);
    await this.#beating;
    if (!this.#ids.length) return;
    try {
      await this.#db.run('UPDATE muster_jobs._private_jobs SET locked_at = NULL, locked_by = NULL, attempts = greatest(attempts - 1, 0) WHERE locked_by = ANY($1)', [this.#ids]);
      await this.#db.run('DELETE FROM job_workers WHERE worker_id = ANY($1)', [this.#ids]);
    } catch (error) {
      this.#log.warn({ error: (error as Error).message }, 'jobs could not be given back: another node or the next start takes them in half a minute');
    }
  }

  #beat(): Promise<void> {
    return (this.#beating = this.#tell().catch((error: Error) => this.#log.warn({ error: error.message }, 'this node could not say that it works on jobs')));
  }

  // A worker that has just begun may hold a job before its first beat is written: what was taken a moment ago is left alone.
  async #tell(): Promise<void> {
    await this.#db.run('INSERT INTO job_workers (worker_id, seen_at) SELECT unnest($1::text[]), now() ON CONFLICT (worker_id) DO UPDATE SET seen_at = now()', [this.#ids]);
    const lost = await this.#db.rows<{ locked_by: string }>(
      `SELECT DISTINCT locked_by FROM muster_jobs.jobs AS j
       WHERE locked_by IS NOT NULL AND locked_at < now() - $1 * interval '1 millisecond'
         AND NOT EXISTS (SELECT 1 FROM job_workers AS w WHERE w.worker_id = j.locked_by AND w.seen_at > now() - $1 * interval '1 millisecond')`,
      [this.#lost_after_ms],
    );
    if (lost.length) await this.#db.run('SELECT muster_jobs.force_unlock_workers($1)', [lost.map((l) => l.locked_by)]);
    await this.#db.run("DELETE FROM job_workers WHERE seen_at < now() - interval '1 day'");
  }
}
