import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { TestServer } from '../lib/server.ts';

// Written beside the request, whether it was refused or not: what happened (audits, deliveries), who was seen when, who works
// on the jobs, the index of the search.
const BESIDE = /^(audits|deliveries|job_workers|sessions|statuses|migrations|search_.*)$/;

const LAST_WRITER = "'last written by ' || coalesce(max(xmin::text::bigint), 0)";
// When somebody logged in last, and how often in vain, is noted beside the request.
const STATE: Readonly<Record<string, string>> = { users: "md5(string_agg((to_jsonb(users) - '{last_login,failed_attempts}'::text[])::text, '' ORDER BY id))" };

const JOBS_PATIENCE_MS = 5_000;
const JOBS_POLL_MS = 20;

/** Watches all tables: has any row come, gone or been written since the last look? */
export class Watch {
  readonly #server: TestServer;
  readonly #client: pg.Client;
  #query = '';

  constructor(server: TestServer) {
    this.#server = server;
    this.#client = new pg.Client(server.database.connection);
  }

  async open(): Promise<void> {
    await this.#client.connect();
    const { rows } = await this.#client.query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'");
    // A count does not see updates: the newest writer of a row tells of them.
    const parts = rows.filter(({ name }) => !BESIDE.test(name)).map(({ name }) => `SELECT '${name}' AS name, count(*) || ' rows, ' || ${STATE[name] ?? LAST_WRITER} AS state FROM "${name}"`);
    this.#query = parts.join(' UNION ALL ');
  }

  /** The state of each table. */
  async look(): Promise<Map<string, string>> {
    await this.#jobsEnd();
    await this.#server.app.settle();
    const { rows } = await this.#client.query<{ name: string; state: string }>(this.#query);
    return new Map(rows.map(({ name, state }) => [name, state]));
  }

  // Work that an accepted call has started goes on after its answer, and writes.
  async #jobsEnd(): Promise<void> {
    const end = Date.now() + JOBS_PATIENCE_MS;
    const isBusy = async () => (await this.#client.query("SELECT 1 FROM background_jobs WHERE status IN ('pending', 'in_progress') LIMIT 1")).rowCount! > 0;
    while ((await isBusy()) && Date.now() < end) await wait(JOBS_POLL_MS);
  }

  close(): Promise<void> {
    return this.#client.end();
  }
}

/** The tables that differ, in words. */
export function changes(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...after].filter(([name, state]) => before.get(name) !== state).map(([name, state]) => `${name}: ${before.get(name)} → ${state}`);
}
