import type { PoolClient } from 'pg';
import type { Database } from '#kernel/server/index.ts';

type Pool = Database['pool'];

// Any number will do, as long as nothing else takes it.
const NUMBER = 7_203_514_411;

/** Sees to it that one process of all that share the database sends. The database itself lets it go when the process dies. */
export class SenderLock {
  readonly #pool: Pool;
  #client: PoolClient | null = null;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  get is_held(): boolean {
    return this.#client !== null;
  }

  /** False if another process has it. Holds a connection until it is released. */
  async take(): Promise<boolean> {
    const client = await this.#pool.connect();
    let is_taken = false;
    try {
      is_taken = (await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [NUMBER])).rows[0]!.taken;
    } finally {
      if (!is_taken) client.release();
    }
    if (is_taken) this.#client = client;
    return is_taken;
  }

  async release(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    if (!client) return;
    // A connection that does not answer is thrown away, and the lock with it.
    const error = await client.query('SELECT pg_advisory_unlock($1)', [NUMBER]).then(() => undefined, (e: Error) => e);
    client.release(error);
  }
}
