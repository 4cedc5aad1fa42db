import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { features } from '#features';
import { startServer, type RunningServer } from '#kernel/server/index.ts';
import { cloneDatabase, type TestDatabase } from '#kernel/testing/database.ts';
import { logIn, type Person } from './person.ts';

export const ADMIN = { email: 'admin@example.com', password: 'Admin-Pass-1' };

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A server of its own for one test file: the whole product in this process, on a fresh database. */
export interface TestServer {
  readonly url: string;
  readonly running: RunningServer;
  readonly data_dir: string;
  readonly database: TestDatabase;
  admin(): Promise<Person>;
  /** Ends the server; `start` brings it back at the same address with the same data. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Ends it and removes its data. */
  close(): Promise<void>;
}

export interface TestServerOptions {
  /** Serve the built page too. */
  readonly has_page?: boolean;
  /** False: nobody has an account yet. */
  readonly has_admin?: boolean;
  /** Settings by their environment names. */
  readonly env?: Record<string, string>;
}

/** Starts a server on any free port. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = await cloneDatabase();
  const data_dir = await mkdtemp(path.join(tmpdir(), 'e2e-'));
  const listen = (port: number): Promise<RunningServer> =>
    startServer({
      features,
      database: database.connection,
      data_dir,
      host: '127.0.0.1',
      port,
      site_url: '',
      log_level: 'error',
      migrations_dir: path.join(ROOT, 'src'),
      env: options.env ?? {},
      ...(options.has_page && { web_dir: path.join(ROOT, 'dist', 'web') }),
      ...(options.has_admin !== false && { admin: ADMIN }),
    });
  let running = await listen(0);
  let is_up = true;
  const { port } = running;
  const server = {
    url: `http://127.0.0.1:${port}`,
    data_dir,
    database,
    get running() {
      return running;
    },
    admin: () => logIn(server.url, ADMIN.email, ADMIN.password),
    stop: async () => {
      if (is_up) await running.close();
      is_up = false;
    },
    start: async () => {
      running = await listen(port);
      is_up = true;
    },
    close: async () => {
      await server.stop();
      await database.drop();
      await rm(data_dir, { recursive: true, force: true });
    },
  };
  return server;
}
