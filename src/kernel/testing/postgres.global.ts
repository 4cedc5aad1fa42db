import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { features } from '#features';
import { createLog, migrate, openDatabase } from '#kernel/server/index.ts';
import { clusterFolder } from '../server/postgres/cluster.ts';
import { startEmbeddedPostgres } from '../server/postgres/index.ts';
import { stopLeftOver } from '../server/postgres/postmaster.ts';
import { processBirth } from '../server/process-info.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the test database's socket. */
    readonly test_database_host: string;
  }
}

const PREFIX = 'muster-test-';

interface Shared {
  users: number;
  readonly host: Promise<string>;
  readonly stop: () => Promise<void>;
}

// Every project of the run loads this module for itself; the process is what they share.
const place = globalThis as { muster_test_postgres?: Shared };

/** Starts one PostgreSQL for the whole run, with a migrated database that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = (place.muster_test_postgres ??= start());
  shared.users++;
  project.provide('test_database_host', await shared.host);
  return async () => {
    if (--shared.users > 0) return;
    delete place.muster_test_postgres;
    await shared.stop();
  };
}

function start(): Shared {
  const started = startMigrated();
  return { users: 0, host: started.then((s) => s.host), stop: async () => (await started).stop() };
}

async function startMigrated(): Promise<{ host: string; stop: () => Promise<void> }> {
  await removeLeftOvers();
  const folder = await mkdtemp(path.join(tmpdir(), `${PREFIX}${process.pid}-${processBirth(process.pid)?.replace(/\W/g, '')}-`));
  const postgres = await startEmbeddedPostgres({ data_dir: folder, is_disposable: true });
  const db = openDatabase(postgres.connection, createLog('silent'), { pipelines: 1, pool: 2 });
  await migrate(db, features, path.resolve('src')).finally(() => db.close());
  const stop = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { host: postgres.connection.host, stop };
}

// A run that was killed left its database running.
async function removeLeftOvers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const [, pid, birth] = /^muster-test-(\d+)-(\w+)-/.exec(name) ?? [];
    if (!pid || processBirth(Number(pid))?.replace(/\W/g, '') === birth) continue;
    const folder = path.join(tmpdir(), name);
    await stopLeftOver(clusterFolder(folder));
    await rm(folder, { recursive: true, force: true });
  }
}
