import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HttpLane } from './client.ts';
import { cpuOf, cpuOfTree } from './process-figures.ts';

const FIRST_PORT = 18_700;
const LAST_PORT = 18_799;
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 20_000;
export const HOST = '127.0.0.1';
export const ADMIN = { email: 'admin@example.com', password: 'Bench-Password-1' };

/** The server under test: the built product with its own PostgreSQL in a folder of its own. */
export class BenchServer {
  readonly data_dir: string;
  readonly port: number;
  readonly #node_flags: readonly string[];
  #child: ChildProcess | null = null;
  #output = '';

  private constructor(data_dir: string, port: number, node_flags: readonly string[]) {
    this.data_dir = data_dir;
    this.port = port;
    this.#node_flags = node_flags;
  }

  static async create(node_flags: readonly string[]): Promise<BenchServer> {
    const data_dir = mkdtempSync(path.join(tmpdir(), 'muster-bench-'));
    chmodSync(data_dir, 0o755); // PostgreSQL runs as another user when the bench runs as root
    return new BenchServer(data_dir, await freePort(), node_flags);
  }

  /** Starts it and returns how long it took, in ms, until the first ping was answered. */
  async start(): Promise<number> {
    const begin = performance.now();
    this.#output = '';
    const child = spawn(process.execPath, [...this.#node_flags, 'dist/server/main.js'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, MUSTER_PORT: String(this.port), MUSTER_HOST: HOST, MUSTER_DATA_DIR: this.data_dir, MUSTER_ADMIN: `${ADMIN.email}:${ADMIN.password}`, MUSTER_LOG_LEVEL: 'error', NODE_ENV: 'production', DATABASE_URL: '' },
    });
    this.#child = child;
    const keep = (chunk: Buffer) => (this.#output = (this.#output + String(chunk)).slice(-4000));
    child.stdout!.on('data', keep);
    child.stderr!.on('data', keep);
    while (performance.now() - begin < START_LIMIT_MS) {
      if (child.exitCode !== null) throw new Error(`the server ended at its start:\n${this.#output}`);
      if (await this.#answersPing()) return performance.now() - begin;
      await new Promise((done) => setTimeout(done, 4));
    }
    throw new Error(`the server did not answer within ${START_LIMIT_MS / 1000} s:\n${this.#output}`);
  }

  /** Stops it as an operator would. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await ended;
    clearTimeout(timer);
  }

  /** Stops it and takes its data away. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.data_dir, { recursive: true, force: true });
  }

  get pid(): number {
    return this.#child!.pid!;
  }

  /** The first process of its PostgreSQL. */
  get postgres_pid(): number {
    return Number(readFileSync(this.#postmasterFile(), 'utf8').split('\n')[0]);
  }

  /** The folder of PostgreSQL's socket. */
  get postgres_socket(): string {
    return readFileSync(this.#postmasterFile(), 'utf8').split('\n')[4]!;
  }

  /** Processor time so far in ms. */
  cpu(): { server_ms: number; postgres_ms: number } {
    return { server_ms: cpuOf(this.pid), postgres_ms: cpuOfTree(this.postgres_pid) };
  }

  /** The last lines that it printed, for errors. */
  get output(): string {
    return this.#output;
  }

  #postmasterFile(): string {
    const found = ['', ...readdirSync(this.data_dir)].map((name) => path.join(this.data_dir, name, 'postmaster.pid')).find(existsSync);
    if (!found) throw new Error(`no PostgreSQL runs in ${this.data_dir}`);
    return found;
  }

  async #answersPing(): Promise<boolean> {
    const lane = new HttpLane(HOST, this.port);
    try {
      return (await lane.request('GET', '/api/v4/system/ping')).status < 500;
    } catch {
      return false;
    } finally {
      lane.close();
    }
  }
}

async function freePort(): Promise<number> {
  for (let port = FIRST_PORT; port <= LAST_PORT; port++) {
    const is_free = await new Promise<boolean>((resolve) => {
      const probe = createServer().once('error', () => resolve(false));
      probe.listen(port, HOST, () => probe.close(() => resolve(true)));
    });
    if (is_free) return port;
  }
  throw new Error(`no port from ${FIRST_PORT} to ${LAST_PORT} is free`);
}
