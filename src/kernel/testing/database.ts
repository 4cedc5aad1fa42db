import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  /** As `openDatabase` and `startServer` take it. */
  readonly connection: { readonly host: string; readonly user: string; readonly database: string };
  /** The same as a value for `DATABASE_URL`. */
  readonly url: string;
  /** Cuts off who is still connected and removes it. */
  drop(): Promise<void>;
}

const TEMPLATE = 'muster';

/** A migrated, empty database of its own for one test file. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const host = inject('test_database_host');
  const database = `test_${randomBytes(6).toString('hex')}`;
  await administer(host, `CREATE DATABASE ${database} TEMPLATE ${TEMPLATE}`);
  return {
    connection: { host, user: 'muster', database },
    url: `postgres://muster@localhost/${database}?host=${encodeURIComponent(host)}`,
    drop: () => administer(host, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`),
  };
}

async function administer(host: string, statement: string): Promise<void> {
  const client = new pg.Client({ host, user: 'muster', database: 'postgres', port: 5432, ssl: false });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
