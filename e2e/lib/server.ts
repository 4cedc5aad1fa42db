import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ServerOptions } from '#kernel/server/index.ts';
import { startTestServer as startServer, TEST_ADMIN, type TestServer as KernelServer } from '#kernel/testing/server.ts';
import { logIn, type Person } from './person.ts';

export const ADMIN = TEST_ADMIN;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A server of its own for one test file: the whole product in this process, on a fresh database. */
export interface TestServer extends KernelServer {
  admin(): Promise<Person>;
}

export interface TestServerOptions {
  /** Serve the built page too. */
  readonly has_page?: boolean;
  /** False: nobody has an account yet. */
  readonly has_admin?: boolean;
  /** Settings by their environment names. */
  readonly env?: Record<string, string>;
  readonly realtime_timing?: ServerOptions['realtime_timing'];
  /** The routes of the protocol, of which those that nobody serves answer 501. */
  readonly protocol_routes?: readonly string[];
}

/** Starts a server on any free port. */
export async function startTestServer({ has_page, has_admin = true, env = {}, realtime_timing, protocol_routes }: TestServerOptions = {}): Promise<TestServer> {
  const server = await startServer({ env, realtime_timing, protocol_routes, admin: has_admin ? ADMIN : undefined, ...(has_page && { web_dir: path.join(ROOT, 'dist', 'web') }) });
  return Object.assign(server, { admin: () => logIn(server.url, ADMIN.email, ADMIN.password) });
}
