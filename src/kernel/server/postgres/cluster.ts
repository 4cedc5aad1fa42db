import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, rmdir, writeFile, chown, open } from 'node:fs/promises';
import path from 'node:path';
import { StartError } from '../start-error.ts';
import type { Binaries } from './binaries.ts';
import { CUSTOM_CONF, DISPOSABLE_CONF, PG_HBA_CONF, POSTGRESQL_CONF } from './settings.ts';
import { giveTo, type SystemUser } from './system-user.ts';

/** The superuser and the database of every cluster that Muster makes. */
export const DATABASE_NAME = 'muster';

const MAJOR_VERSION = '18';
const NEW = 'postgres.new-';

export interface ClusterOptions {
  readonly data_dir: string;
  readonly binaries: Binaries;
  readonly user: SystemUser | undefined;
  /** Gives up safety against power cuts; for tests. */
  readonly is_disposable?: boolean;
  readonly on_progress?: (text: string) => void;
}

/** The folder of the database inside the data folder. */
export function clusterFolder(data_dir: string): string {
  return path.join(data_dir, 'postgres');
}

/** Makes the cluster if there is none, checks its version and writes its configuration. Returns its folder. */
export async function prepareCluster(options: ClusterOptions): Promise<string> {
  const cluster = clusterFolder(options.data_dir);
  await removeUnfinished(options.data_dir);
  const version = await versionOf(cluster);
  if (version === null) await makeCluster(cluster, options);
  else if (version !== MAJOR_VERSION) throw new StartError(`The database in ${cluster} was made by PostgreSQL ${version}, this Muster brings PostgreSQL ${MAJOR_VERSION}. Dump it with the Muster that made it and restore the dump into a new data folder.`);
  await configure(cluster, options);
  return cluster;
}

async function versionOf(cluster: string): Promise<string | null> {
  try {
    return (await readFile(path.join(cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const names = await readdir(cluster).catch(() => []);
  if (names.length) throw new StartError(`The folder ${cluster} is not empty and holds no database. Move it away, or choose another folder with MUSTER_DATA_DIR.`);
  return null;
}

// A cluster appears under its name only when it is whole: a start that was killed leaves nothing half made.
async function makeCluster(cluster: string, options: ClusterOptions): Promise<void> {
  options.on_progress?.('making the database …');
  const fresh = path.join(options.data_dir, `${NEW}${process.pid}-${Date.now().toString(36)}`);
  await mkdir(fresh, { mode: 0o700 });
  await giveTo(options.user, fresh);
  await initdb(fresh, options);
  await rmdir(cluster).catch(() => {}); // an empty folder may stand in the way
  await rename(fresh, cluster);
  await syncFolder(options.data_dir);
}

async function removeUnfinished(data_dir: string): Promise<void> {
  for (const name of await readdir(data_dir)) if (name.startsWith(NEW)) await rm(path.join(data_dir, name), { recursive: true, force: true, maxRetries: 10 });
}

// The built-in locale sorts and folds the same on every machine and in every later version of the system.
function initdb(folder: string, { binaries, user, is_disposable }: ClusterOptions): Promise<void> {
  const args = ['-D', folder, '-U', DATABASE_NAME, '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--auth=trust', '--text-search-config=simple'];
  if (is_disposable) args.push('--no-sync');
  return new Promise((resolve, reject) => {
    // In a session of its own: Ctrl-C is for the server, which lets this end.
    const child = spawn(binaries.initdb, args, { ...user, cwd: '/', detached: true, env: cleanEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => reject(new StartError(`The database cannot be made: ${error.message}.`)));
    child.on('close', (code) => (code === 0 ? resolve() : reject(new StartError(`The database cannot be made: ${lastComplaint(output)}`))));
  });
}

function lastComplaint(output: string): string {
  const nameless = /could not look up effective user ID (\d+)/.exec(output);
  if (nameless) return `the user with the number ${nameless[1]} has no name on this system. Add it to /etc/passwd, run Muster as another user, or set DATABASE_URL to a PostgreSQL of your own.`;
  const lines = output.trim().split('\n');
  return lines.findLast((line) => /error|fatal|could not|cannot/i.test(line)) ?? lines.at(-1) ?? 'initdb failed without a word.';
}

async function configure(cluster: string, { user, is_disposable }: ClusterOptions): Promise<void> {
  const custom = path.join(cluster, 'custom.conf');
  if (!existsSync(custom)) await writeOwned(custom, CUSTOM_CONF, user);
  await writeOwned(path.join(cluster, 'postgresql.conf'), POSTGRESQL_CONF + (is_disposable ? DISPOSABLE_CONF : ''), user);
  await writeOwned(path.join(cluster, 'pg_hba.conf'), PG_HBA_CONF, user);
}

async function writeOwned(file: string, text: string, user: SystemUser | undefined): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => '')) === text) return;
  await writeFile(file, text, { mode: 0o600 });
  if (user) await chown(file, user.uid, user.gid);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** An environment in which nothing changes what PostgreSQL does. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}
