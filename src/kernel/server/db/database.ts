import pg from 'pg';
import type { Logger } from 'pino';
import { Pipeline } from './pipeline.ts';
import { statementOf } from './statement.ts';

/** How to reach PostgreSQL: a folder with its socket, or an address. */
export interface DatabaseOptions {
  readonly host?: string;
  readonly user?: string;
  readonly database?: string;
  readonly connectionString?: string;
}

/** What runs SQL: the database or one transaction of it. */
export interface Sql {
  /** All rows. Parameters only by `$1`; arrays and objects as pg maps them. */
  rows<T = Record<string, any>>(text: string, params?: unknown[]): Promise<T[]>;
  /** The first row or undefined. */
  maybe<T = Record<string, any>>(text: string, params?: unknown[]): Promise<T | undefined>;
  /** The first row; a bug if there is none. */
  one<T = Record<string, any>>(text: string, params?: unknown[]): Promise<T>;
  /** How many rows were changed. */
  run(text: string, params?: unknown[]): Promise<number>;
  /** Several statements without parameters, as migrations hold them. */
  script(text: string): Promise<void>;
}

export interface Database extends Sql {
  /** Runs `work` in one transaction; keep it short. Retried as a whole on deadlock or serialization failure. */
  tx<T>(work: (tx: Sql) => Promise<T>): Promise<T>;
  /** For statements that may take long (search, reports): they do not queue before others. Their texts may be made at run time: each is planned for itself. */
  readonly slow: Sql & {
    /** As `tx`, for such statements. */
    tx<T>(work: (tx: Sql) => Promise<T>): Promise<T>;
  };
  /** For libraries that bring their own statements. */
  readonly pool: pg.Pool;
  /** Ends the connections that nobody uses; what comes next goes over new ones. */
  recycle(): Promise<void>;
  close(): Promise<void>;
}

// bigint and numeric arrive as numbers: times in ms and counters stay far below 2^53.
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') => (oid === 20 || oid === 1700 ? Number : pg.types.getTypeParser(oid, format))) as never,
};

const RETRYABLE = new Set(['40001', '40P01']);

/** Opens the database. Single statements share a few pipelined connections, transactions take one of a pool. */
export function openDatabase(options: DatabaseOptions, log: Logger, sizes = { pipelines: 3, pool: 13 }): Database {
  const config: pg.PoolConfig = { ...options, types, application_name: 'muster', keepAlive: true };
  // Pooled connections pipeline too: statements of a transaction that do not wait for each other leave together.
  const pool = new pg.Pool({ ...config, pipeline: true, max: sizes.pool, idleTimeoutMillis: 30_000 } as pg.PoolConfig);
  pool.on('error', (error) => log.warn({ error: error.message }, 'an idle database connection failed'));
  // While a transaction has a connection the pool does not listen to it; the transaction's statements tell its failure.
  pool.on('connect', (client) => client.on('error', () => {}));
  const pipeline = new Pipeline(config, sizes.pipelines, log);
  return {
    ...sqlOn((statement) => pipeline.query(statement)),
    slow: { ...sqlOn((statement) => pool.query(statement), unnamed), tx: (work) => transact(pool, work, unnamed) },
    tx: (work) => transact(pool, work, statementOf),
    pool,
    recycle: async () => {
      pipeline.recycle();
      const idle = await Promise.all(Array.from({ length: pool.idleCount }, () => pool.connect()));
      for (const client of idle) client.release(true);
    },
    close: async () => {
      await Promise.all([pipeline.close(), pool.end()]);
    },
  };
}

async function transact<T>(pool: pg.Pool, work: (tx: Sql) => Promise<T>, prepare: Prepare): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      void client.query('BEGIN').catch(() => {}); // if it fails, so does what follows
      const result = await work(sqlOn((statement) => client.query(statement), prepare));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((e: Error) => (broken = e));
      if (attempt >= 4 || !RETRYABLE.has((error as { code?: string }).code ?? '')) throw error;
    } finally {
      client.release(broken);
    }
  }
}

type Prepare = (text: string, values: unknown[]) => pg.QueryConfig;

const unnamed: Prepare = (text, values) => ({ text, values });

function sqlOn(send: (statement: pg.QueryConfig) => Promise<pg.QueryResult>, prepare: Prepare = statementOf): Sql {
  const rows = async (text: string, params: unknown[] = []) => (await send(prepare(text, params))).rows;
  return {
    rows: rows as Sql['rows'],
    maybe: (async (text: string, params?: unknown[]) => (await rows(text, params))[0]) as Sql['maybe'],
    one: (async (text: string, params?: unknown[]) => {
      const found = (await rows(text, params))[0];
      if (found === undefined) throw new Error(`a statement that must give a row gave none: ${text.slice(0, 80)}`);
      return found;
    }) as Sql['one'],
    run: async (text, params = []) => (await send(prepare(text, params))).rowCount ?? 0,
    script: async (text) => {
      await send({ text });
    },
  };
}
