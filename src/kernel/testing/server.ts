import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { features } from '#features';
import { startServer, type App, type ServerOptions } from '#kernel/server/index.ts';
import { cloneDatabase } from './database.ts';

export interface TestServer {
  /** Without a slash at the end. */
  readonly url: string;
  readonly app: App;
  /** Ends it and starts it anew at the same address, on the same database and files. */
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
  const start = (port: number) => startServer({
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
  let server = await start(0);
  return {
    url: `http://127.0.0.1:${server.port}`,
    get app() {
      return server.app;
    },
    restart: async () => {
      await server.close();
      server = await start(server.port);
    },
    close: async () => {
      await server.close();
      await database.drop();
      await rm(data_dir, { recursive: true, force: true });
    },
  };
}
