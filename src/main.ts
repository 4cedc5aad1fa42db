import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { features } from '#features';
import { readConfig, type Config } from '#kernel/server/config.ts';
import { takeDataFolder } from '#kernel/server/data-folder.ts';
import { AppError, createLog, startServer, type DatabaseOptions } from '#kernel/server/index.ts';
import { checkOwnDatabase } from '#kernel/server/own-database.ts';
import { startEmbeddedPostgres } from '#kernel/server/postgres/index.ts';
import { StartError } from '#kernel/server/start-error.ts';
import routes from '../docs/protocol/routes.json' with { type: 'json' };

// The build puts this file into dist/server.
const HOME = fileURLToPath(new URL('../../', import.meta.url));
const PARENT_POLL_MS = 250;
const IMPATIENT_MS = 2_000;
const LONGEST_STOP_MS = 60_000;

/** What is to be undone, last first. */
const undo: (() => Promise<void>)[] = [];
let stopping_since = 0;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function start(config: Config): Promise<void> {
  const folder = await takeDataFolder(config.data_dir, say);
  undo.push(() => folder.release());
  await checkPort(config);
  const database = await openOrStartDatabase(config, folder.dir);
  if (stopping_since) return;
  const server = await startServer({
    features,
    database,
    data_dir: folder.dir,
    port: config.port,
    host: config.host,
    site_url: config.site_url,
    log_level: config.log_level,
    admin: config.admin,
    migrations_dir: path.join(HOME, 'dist/migrations'),
    web_dir: path.join(HOME, 'dist/web'),
    protocol_routes: routes.map(([name]) => name!),
    on_progress: say,
  }).catch((error: Error) => {
    throw listenError(error, config);
  });
  undo.push(() => server.close(), () => folder.announceStop());
  if (stopping_since) return;
  const seconds = (performance.now() / 1000).toFixed(1);
  say(`Muster is ready at ${server.url} (after ${seconds} s). Its data is in ${folder.dir}. Ctrl-C stops it.`);
}

async function openOrStartDatabase(config: Config, data_dir: string): Promise<DatabaseOptions> {
  if (config.database_url) {
    await checkOwnDatabase(config.database_url, say);
    return { connectionString: config.database_url };
  }
  // Meant for another database: PGPORT, PGSSLMODE and their like would lead the driver astray.
  for (const name of Object.keys(process.env)) if (/^PG[A-Z]+$/.test(name)) delete process.env[name];
  const log = createLog(config.log_level);
  const postgres = await startEmbeddedPostgres({ data_dir, log, on_progress: say, on_exit: (reason) => log.error(reason), on_lost: (error) => fail(error) });
  undo.push(() => postgres.stop());
  return postgres.connection;
}

// Asked before the database is started, so that a wrong port is told at once.
function checkPort({ port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(listenError(error, { port, host })));
    probe.listen({ port, host }, () => probe.close(() => resolve()));
  });
}

function listenError(error: NodeJS.ErrnoException, { port, host }: Pick<Config, 'port' | 'host'>): Error {
  if (error.code === 'EADDRINUSE') return new StartError(`The port ${port} is in use. Stop the program that listens there, or set MUSTER_PORT to another port.`);
  if (error.code === 'EACCES') return new StartError(`The port ${port} needs rights that this user does not have. Set MUSTER_PORT to a port above 1023.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return new StartError(`The address "${host}" does not belong to this machine. Correct MUSTER_HOST.`);
  return error;
}

async function stop(code: number): Promise<void> {
  if (stopping_since) {
    // npm passes a signal on that the terminal has sent to everybody: only a later one means "now".
    if (Date.now() - stopping_since > IMPATIENT_MS) process.exit(1);
    return;
  }
  stopping_since = Date.now();
  setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
  await starting.catch(() => {});
  for (const step of undo.splice(0).reverse()) await step().catch((error: Error) => process.stderr.write(`${error.message}\n`));
  process.exit(code);
}

function fail(error: unknown): void {
  if (stopping_since && error instanceof StartError) return; // it is being stopped while it starts
  // What the operator can mend is one sentence; anything else is a bug and shows where it is.
  const text = error instanceof StartError || error instanceof AppError ? error.message : (error as Error)?.stack ?? String(error);
  process.stderr.write(`${text}\n`);
  void stop(1);
}

function listenToTheSystem(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  // Nobody may read any more what is written; that is no reason to end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', (error) => createLog('error').error({ err: error }, 'a promise was rejected and nobody looked'));
  stopWithNpm();
}

// A killed npm cannot pass the signal on: whoever started it by npm means the server too.
function stopWithNpm(): void {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event || parent === 1) return;
  const poll = setInterval(() => process.ppid !== parent && (clearInterval(poll), void stop(0)), PARENT_POLL_MS).unref();
}

let starting = Promise.resolve();
listenToTheSystem();
try {
  starting = start(readConfig(process.env, HOME));
  await starting;
} catch (error) {
  fail(error);
}
