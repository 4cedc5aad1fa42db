import path from 'node:path';
import { App } from './app.ts';
import { openDatabase, type DatabaseOptions } from './db/database.ts';
import { migrate } from './db/migrate.ts';
import { extensionPoint } from './extension-point.ts';
import type { Feature } from './feature.ts';
import { folderStore } from './files/file-store.ts';
import { driverName, fileSettings, s3OptionsOf } from './files/files.settings.ts';
import { s3Store } from './files/s3-store.ts';
import { httpSettings } from './http/http.settings.ts';
import { createHttpServer } from './http/server.ts';
import type { JobTimings } from './jobs/runner.ts';
import { createTargetedLog, levelNumber, type LogTargets } from './log.ts';
import * as wanted from './log.settings.ts';
import { outboundSettings } from './outbound/outbound.settings.ts';
import { serveRealtime, type RealtimeTiming } from './realtime/realtime.ts';
import { openSecrets } from './secrets.ts';
import { loadSettings, type Setting, type Settings } from './settings.ts';

const LOG_FILE = 'muster.log';

export interface ServerOptions {
  readonly features: readonly Feature[];
  readonly database: DatabaseOptions;
  /** Holds the uploaded files in `files/`. */
  readonly data_dir: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** '' means the address that it listens on. */
  readonly site_url: string;
  readonly log_level: string;
  /** The source tree or the build's copy of its migrations. */
  readonly migrations_dir: string;
  /** The built page; without it only the protocol is served. */
  readonly web_dir?: string;
  /** Creates the administrator if there is no account yet. */
  readonly admin?: { readonly email: string; readonly password: string };
  /** `METHOD /path` of the protocol's routes: those that no feature serves answer 501 to whoever is signed in. */
  readonly protocol_routes?: readonly string[];
  /** How long the WebSocket waits for its clients, where tests do not want to. */
  readonly realtime_timing?: Partial<RealtimeTiming>;
  readonly version?: string;
  readonly clock?: () => number;
  readonly job_timings?: Partial<JobTimings>;
  readonly env?: NodeJS.ProcessEnv;
  readonly on_progress?: (text: string) => void;
}

export interface RunningServer {
  readonly app: App;
  readonly url: string;
  readonly port: number;
  /** Finishes what runs, then closes sockets and database. */
  close(): Promise<void>;
}

/** Makes the first administrator; the users feature fills it. */
export const createAdministrator = extensionPoint<(app: App, admin: { email: string; password: string }) => Promise<void>>('kernel.create-administrator');

/** Opens the database, migrates, starts the features and listens. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { log, targets } = createTargetedLog(options.log_level, path.join(options.data_dir, 'logs', LOG_FILE));
  const db = openDatabase(options.database, log);
  try {
    const steps = await migrate(db, options.features, options.migrations_dir);
    if (steps) options.on_progress?.(`database brought up to date (${steps} steps)`);
    const settings = await loadSettings(db, settingsOf(options.features), options.env ?? process.env);
    const log_file = path.join(settings.get(wanted.fileLocation) || path.join(options.data_dir, 'logs'), LOG_FILE);
    targets.keepIn(log_file);
    obeyLogSettings(settings, targets);
    const secrets = await openSecrets(options.data_dir, options.env ?? process.env);
    const files = settings.get(driverName) === 'amazons3' ? await s3Store(s3OptionsOf(settings)) : folderStore(path.join(options.data_dir, 'files'));
    const app = new App({ features: options.features, db, settings, log, log_file, site_url: options.site_url, version: options.version ?? '11.6.0', files, secrets, clock: options.clock, job_timings: options.job_timings });
    return await serve(app, options);
  } catch (error) {
    await db.close().catch(() => {});
    throw error;
  }
}

function settingsOf(features: readonly Feature[]): Setting[] {
  const obeyed = [...httpSettings, ...outboundSettings, ...fileSettings, ...wanted.logSettings, ...features.flatMap((f) => f.settings ?? [])];
  const keys = new Set(obeyed.map((s) => s.key));
  return [...obeyed, ...features.flatMap((f) => f.kept_settings ?? []).filter((s) => !keys.has(s.key))];
}

// At once, and again whenever an administrator changes them.
function obeyLogSettings(settings: Settings, { console, file }: LogTargets): void {
  const obey = () => {
    Object.assign(console, { is_on: settings.get(wanted.logConsole), level: levelNumber(settings.get(wanted.consoleLevel)), is_json: settings.get(wanted.consoleJson) });
    Object.assign(file, { is_on: settings.get(wanted.logFile), level: levelNumber(settings.get(wanted.fileLevel)), is_json: settings.get(wanted.fileJson) });
  };
  obey();
  settings.onChange(obey);
}

async function serve(app: App, options: ServerOptions): Promise<RunningServer> {
  const enders: (() => void | Promise<void>)[] = [];
  for (const feature of options.features) {
    const end = await feature.start?.(app);
    if (end) enders.unshift(end);
  }
  if (options.admin) for (const create of app.all(createAdministrator)) await create(app, options.admin);
  const http = await createHttpServer(app, options.web_dir, options.protocol_routes);
  const closeRealtime = serveRealtime(app, http.server, options.realtime_timing);
  await http.listen({ port: options.port, host: options.host });
  const { port } = http.server.address() as { port: number };
  const url = `http://localhost:${port}`;
  if (!app.site_url) app.site_url = url;
  app.jobs.startSoon();
  const close = async () => {
    closeRealtime();
    const jobs_ended = app.jobs.stop();
    http.server.closeIdleConnections();
    await Promise.race([http.close(), new Promise((done) => setTimeout(done, 5_000).unref())]);
    await jobs_ended;
    await app.settle();
    for (const end of enders) await end();
    app.hub.closeAll();
    await app.db.close();
  };
  return { app, url, port, close };
}
