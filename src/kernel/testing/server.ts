import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { features } from '#features';
import { startServer, type App, type RunningServer, type ServerOptions } from '#kernel/server/index.ts';
import { cloneDatabase, type TestDatabase } from './database.ts';

export interface TestServer {
  /** Without a slash at the end; the same after a restart. */
  readonly url: string;
  readonly app: App;
  readonly data_dir: string;
  readonly database: TestDatabase;
  /** Ends it; `start` brings it back at the same address, on the same database and files. */
  stop(): Promise<void>;
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Ends it and removes its database and files. */
  close(): Promise<void>;
}

/** The administrator of every test server. */
export const TEST_ADMIN = { email: 'admin@example.com', password: 'Admin-Pass-1' };

/** The whole product in this process, on a database and a port of its own: one for each test file. */
export async function startTestServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const database = await cloneDatabase();
  const data_dir = await mkdtemp(path.join(tmpdir(), 'muster-server-'));
  const listen = (port: number) => startServer({
    features,
    database: database.connection,
    data_dir,
    host: '127.0.0.1',
    port,
    site_url: '',
    log_level: 'error',
    migrations_dir: path.resolve('src'),
    admin: TEST_ADMIN,
    env: {},
    ...options,
  });
  let running: RunningServer | undefined = await listen(0);
  const { port, app } = running;
  let latest = app;
  const server: TestServer = {
    url: `http://127.0.0.1:${port}`,
    get app() {
      return latest;
    },
    data_dir,
    database,
    stop: async () => {
      await running?.close();
      running = undefined;
    },
    start: async () => {
      running = await listen(port);
      latest = running.app;
    },
    restart: async () => {
      await server.stop();
      await server.start();
    },
    close: async () => {
      await server.stop();
      await database.drop();
      await rm(data_dir, { recursive: true, force: true });
    },
  };
  return server;
}
