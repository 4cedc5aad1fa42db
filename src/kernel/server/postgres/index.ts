import type { ChildProcess } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { findBinaries } from './binaries.ts';
import { clusterFolder, DATABASE_NAME, prepareCluster } from './cluster.ts';
import { stopLeftOver } from './postmaster.ts';
import { launchPostgres, type ProcessOptions } from './postgres-process.ts';
import { makeSocketFolder } from './socket-folder.ts';
import { supervise } from './supervisor.ts';
import { openPrograms, openWay, systemUserOf } from './system-user.ts';

export interface EmbeddedOptions {
  /** Holds the cluster in `postgres/`, its log and its socket. The caller holds the lock of this folder. */
  readonly data_dir: string;
  readonly on_progress?: (text: string) => void;
  readonly log?: { warn(fields: object, text: string): void };
  /** Told each time that the database ended by itself; it is started again. */
  readonly on_exit?: (reason: string) => void;
  /** Told when it could not be started again: the server should end. */
  readonly on_lost?: (error: Error) => void;
  /** Gives up safety against power cuts; for tests. */
  readonly is_disposable?: boolean;
}

export interface EmbeddedPostgres {
  /** `host` is the folder of the socket: the database listens on no network port. */
  readonly connection: { readonly host: string; readonly user: string; readonly database: string };
  /** The process id of the running database; it changes when it is started again. */
  readonly pid: () => number | undefined;
  stop(): Promise<void>;
}

/** Starts the PostgreSQL that Muster brings, makes its database at the first start and keeps it running. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { data_dir, on_progress } = options;
  const [binaries, user] = await Promise.all([findBinaries(), systemUserOf(clusterFolder(data_dir))]);
  await mkdir(data_dir, { recursive: true });
  const opened = [...(await openWay(user, path.join(binaries.root, 'bin'))), ...(await openWay(user, clusterFolder(data_dir)))];
  const foreign = opened.filter((dir) => dir !== data_dir && !dir.startsWith(data_dir + path.sep));
  if (foreign.length) on_progress?.(`the database runs as the system user ${user!.uid}, who may now pass through ${foreign.join(', ')}`);
  await openPrograms(user, binaries.root);
  const cluster = await prepareCluster({ ...options, binaries, user });
  if (await stopLeftOver(cluster)) on_progress?.('stopped the database that an earlier start had left running');
  const socket_dir = await makeSocketFolder(data_dir, user);
  await openWay(user, socket_dir);
  const launch: ProcessOptions = { program: binaries.postgres, cluster, socket_dir, log_file: path.join(data_dir, 'postgres.log'), user, on_progress };
  const first = await launchPostgres(launch);
  const connection = { host: socket_dir, user: DATABASE_NAME, database: DATABASE_NAME };
  const supervisor = supervise(first, () => launchPostgres(launch) as Promise<ChildProcess>, options);
  const stop = async () => {
    await supervisor.stop();
    await rm(socket_dir, { recursive: true, force: true });
  };
  await makeDatabase(connection).catch(async (error) => {
    await stop();
    throw error;
  });
  return { connection, pid: supervisor.pid, stop };
}

async function makeDatabase(connection: EmbeddedPostgres['connection']): Promise<void> {
  if (await canConnect(connection)) return;
  const client = new pg.Client({ ...connection, port: 5432, ssl: false, database: 'postgres' });
  await client.connect();
  await client.query(`CREATE DATABASE ${DATABASE_NAME}`).finally(() => client.end());
}

async function canConnect(connection: EmbeddedPostgres['connection']): Promise<boolean> {
  const client = new pg.Client({ ...connection, port: 5432, ssl: false });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '3D000') return false;
    throw error;
  }
}
