import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestProgram, type Program } from '#kernel/testing/program.ts';
import { processBirth } from '../process-info.ts';
import { startEmbeddedPostgres, type EmbeddedOptions, type EmbeddedPostgres } from './index.ts';
import { stopLeftOver } from './postmaster.ts';

let dir: string;
let running: EmbeddedPostgres | undefined;
const programs: Program[] = [];

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'house-pg-'));
});
afterEach(async () => {
  for (const program of programs.splice(0)) program.kill('SIGKILL');
  await running?.stop();
  running = undefined;
  await stopLeftOver(path.join(dir, 'postgres'));
  await rm(dir, { recursive: true, force: true });
});

async function start(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedPostgres> {
  return (running = await startEmbeddedPostgres({ data_dir: dir, ...options }));
}

async function writeRows(): Promise<Program> {
  const program = await startTestProgram('write-rows', [dir]);
  programs.push(program);
  await program.line('row 50');
  return program;
}

async function ask<T>(postgres: EmbeddedPostgres, sql: string): Promise<T> {
  const client = new pg.Client(postgres.connection);
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return Object.values(rows[0])[0] as T;
}

function databasePid(program: Program): number {
  return Number(/^database (\d+)/m.exec(program.output())![1]);
}

function lastRow(program: Program): number {
  return Number([...program.output().matchAll(/^row (\d+)\n/gm)].at(-1)![1]);
}

test('a fresh database knows all letters and listens on no network port', async () => {
  const postgres = await start();
  expect(await ask(postgres, "SELECT lower('ÄÇЖ')")).toBe('äçж');
  expect(await ask(postgres, 'SHOW listen_addresses')).toBe('');
  expect(await ask(postgres, 'SHOW fsync')).toBe('on');
  const socket_folder = await stat(postgres.connection.host);
  expect(socket_folder.mode & 0o077).toBe(0);
});

test('what was committed is there after a stop and a second start', async () => {
  const first = await start();
  await ask(first, 'CREATE TABLE kept AS SELECT 1 AS n; SELECT 1').catch(() => {});
  await first.stop();
  expect(processBirth(first.pid() ?? 0)).toBe(null);
  const second = await start();
  expect(await ask(second, 'SELECT n FROM kept')).toBe(1);
});

test('the database of a killed server goes on, and the next start takes it over with every committed row', async () => {
  const program = await writeRows();
  program.kill('SIGKILL');
  await program.ended;
  expect(processBirth(databasePid(program))).not.toBe(null);
  const told: string[] = [];
  const postgres = await start({ on_progress: (text) => told.push(text) });
  expect(told).toContain('stopped the database that an earlier start had left running');
  expect(processBirth(databasePid(program))).toBe(null);
  expect(Number(await ask(postgres, 'SELECT max(n) FROM rows'))).toBeGreaterThanOrEqual(lastRow(program));
});

test('a server and a database that are killed together lose no committed row', async () => {
  const program = await writeRows();
  process.kill(databasePid(program), 'SIGKILL');
  program.kill('SIGKILL');
  await program.ended;
  const postgres = await start();
  expect(Number(await ask(postgres, 'SELECT max(n) FROM rows'))).toBeGreaterThanOrEqual(lastRow(program));
});

test('a database that is killed under the server is started again', async () => {
  const told = deferred<string>();
  const postgres = await start({ on_exit: told.resolve });
  const first = postgres.pid()!;
  await ask(postgres, 'CREATE TABLE kept AS SELECT 1 AS n; SELECT 1').catch(() => {});
  process.kill(first, 'SIGKILL');
  expect(await told.promise).toContain('SIGKILL');
  await expect.poll(() => ask(postgres, 'SELECT n FROM kept').catch(() => 'away'), { timeout: 20_000 }).toBe(1);
  expect(postgres.pid()).not.toBe(first);
});

test('a start that was killed while it made the database is repaired by the next one', async () => {
  const program = await startTestProgram('write-rows', [dir]);
  programs.push(program);
  await program.line('making the database');
  await expect.poll(async () => (await readdir(dir)).some((name) => name.startsWith('postgres.new'))).toBe(true);
  program.kill('SIGKILL');
  await program.ended;
  const postgres = await start();
  expect(await ask(postgres, 'SELECT 1')).toBe(1);
  expect((await readdir(dir)).filter((name) => name.startsWith('postgres.new'))).toEqual([]);
});

test('a foreign process that has got the number of a dead database is left alone', async () => {
  await (await start()).stop();
  const foreign = await startTestProgram('hold-folder', [path.join(dir, 'foreign')]);
  programs.push(foreign);
  await foreign.line('taken');
  await writeFile(path.join(dir, 'postgres', 'postmaster.pid'), `${foreign.pid}\n${dir}/postgres\n1\n5432\n${dir}/run\n\n1 1\nready   \n`);
  expect(await ask(await start(), 'SELECT 1')).toBe(1);
  expect(processBirth(foreign.pid)).not.toBe(null);
});

test('a data folder with a path too long for a socket gets a private folder elsewhere, which goes with the database', async () => {
  const deep = path.join(dir, 'a'.repeat(60), 'b'.repeat(60));
  await mkdir(deep, { recursive: true });
  const postgres = await start({ data_dir: deep });
  const { host } = postgres.connection;
  expect(host.startsWith(deep)).toBe(false);
  expect((await stat(host)).mode & 0o077).toBe(0);
  expect(await ask(postgres, 'SELECT 1')).toBe(1);
  await postgres.stop();
  expect(existsSync(host)).toBe(false);
});

test('a cluster of another PostgreSQL version is refused with what to do', async () => {
  await (await start()).stop();
  await writeFile(path.join(dir, 'postgres', 'PG_VERSION'), '17\n');
  await expect(start()).rejects.toThrow('was made by PostgreSQL 17, this Muster brings PostgreSQL 18');
  await writeFile(path.join(dir, 'postgres', 'PG_VERSION'), '18\n');
});

test('a database that cannot start says why in one sentence', async () => {
  await (await start()).stop();
  await writeFile(path.join(dir, 'postgres', 'custom.conf'), 'shared_buffers = plenty\n');
  await expect(start()).rejects.toThrow(/^The database did not start: .*\(see .*postgres\.log\)$/);
  expect(await readFile(path.join(dir, 'postgres.log'), 'utf8')).toContain('shared_buffers');
});

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve };
}
