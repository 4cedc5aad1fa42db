import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stopLeftOver } from '#kernel/server/postgres/postmaster.ts';
import { startProgram, type Program } from '#kernel/testing/program.ts';
import { ADMIN } from './server.ts';

/** The server as operators run it: the built program with its own PostgreSQL, on a data folder that outlives it. */
export class Installation {
  readonly data_dir: string;
  readonly #settings: Readonly<Record<string, string>>;
  #program: Program | undefined;
  /** Where it listens now. */
  url = '';

  private constructor(data_dir: string, settings: Readonly<Record<string, string>>) {
    this.data_dir = data_dir;
    this.#settings = settings;
  }

  /** `settings` by their environment names. */
  static async make(settings: Readonly<Record<string, string>> = {}): Promise<Installation> {
    return new Installation(await mkdtemp(path.join(tmpdir(), 'e2e-')), settings);
  }

  /** Starts it and waits until it answers. */
  async start(): Promise<void> {
    const { DATABASE_URL: _, npm_lifecycle_event: __, ...inherited } = process.env;
    const env = { ...inherited, ...this.#settings, MUSTER_PORT: '0', MUSTER_DATA_DIR: this.data_dir, MUSTER_LOG_LEVEL: 'error', MUSTER_ADMIN: `${ADMIN.email}:${ADMIN.password}` };
    this.#program = startProgram([process.execPath, 'tools/start.mjs'], { env });
    this.url = /http:\S+/.exec(await this.#program.line('Muster is ready at'))![0].replace('localhost', '127.0.0.1');
  }

  /** The process ids of the server and of its database. */
  get pid(): number {
    return this.#program!.pid;
  }

  get database_pid(): number {
    return Number.parseInt(readFileSync(path.join(this.data_dir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
  }

  /** `kill -9` of the server alone; its database goes on. */
  async killServer(): Promise<void> {
    this.#program!.kill('SIGKILL');
    await this.#program!.ended;
  }

  killDatabase(): void {
    process.kill(this.database_pid, 'SIGKILL');
  }

  async remove(): Promise<void> {
    this.#program?.kill('SIGKILL');
    await this.#program?.ended;
    await stopLeftOver(path.join(this.data_dir, 'postgres'));
    await rm(this.data_dir, { recursive: true, force: true });
  }
}
