import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { processBirth } from '../src/kernel/server/process-info.ts';
import { stopLeftOver } from '../src/kernel/server/postgres/postmaster.ts';
import { cloneDatabase } from '../src/kernel/testing/database.ts';
import { startProgram, type Program } from '../src/kernel/testing/program.ts';

let dir: string;
const programs: Program[] = [];

beforeAll(async () => {
  const build = startProgram([process.execPath, 'tools/build.mjs']);
  if ((await build.ended) !== 0) throw new Error(build.output());
}, 300_000);
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'house-start-'));
});
afterEach(async () => {
  for (const program of programs.splice(0)) {
    program.kill('SIGKILL');
    await program.ended;
  }
  await stopLeftOver(path.join(dir, 'postgres'));
  await rm(dir, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}, command = [process.execPath, 'tools/start.mjs']): Program {
  const { MUSTER_ADMIN: _, DATABASE_URL: __, npm_lifecycle_event: ___, ...inherited } = process.env;
  const program = startProgram(command, { env: { ...inherited, MUSTER_PORT: '0', MUSTER_DATA_DIR: dir, MUSTER_LOG_LEVEL: 'error', ...env } });
  programs.push(program);
  return program;
}

async function addressOf(program: Program): Promise<string> {
  return /http:\S+/.exec(await program.line('Muster is ready at'))![0];
}

async function answersAt(url: string): Promise<number> {
  return (await fetch(url)).status;
}

// Needs the database, even for a person that it does not know.
async function signIn(url: string): Promise<number> {
  return (await fetch(`${url}/api/v4/users/login`, { method: 'POST', body: JSON.stringify({ login_id: 'nobody', password: 'no-password' }) })).status;
}

function postmaster(): number {
  return Number(postmasterLines()[0]);
}

function postmasterLines(): string[] {
  try {
    return readFileSync(path.join(dir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

test('one command serves the page, and SIGTERM stops it with its database', async () => {
  const program = start();
  expect(await answersAt(await addressOf(program))).toBe(200);
  const database = postmaster();
  program.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(processBirth(database)).toBe(null);
  expect(program.output()).not.toMatch(/error|warn/i);
});

test('Ctrl-C stops it with its database, also when npm passes the signal on a second time', async () => {
  const program = start();
  await addressOf(program);
  const database = postmaster();
  program.kill('SIGINT');
  program.kill('SIGINT');
  expect(await program.ended).toBe(0);
  expect(processBirth(database)).toBe(null);
});

test('a start that is stopped while it makes the database ends without a complaint', async () => {
  const program = start();
  await program.line('making the database');
  program.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(program.output()).toBe('making the database …\n');
});

test('after kill -9 of the server the next start takes over its database', async () => {
  const first = start();
  await addressOf(first);
  first.kill('SIGKILL');
  await first.ended;
  expect(await answersAt(await addressOf(start()))).toBe(200);
});

test('after kill -9 of the server and its database the next start recovers by itself', async () => {
  const first = start();
  await addressOf(first);
  process.kill(postmaster(), 'SIGKILL');
  first.kill('SIGKILL');
  await first.ended;
  expect(await answersAt(await addressOf(start()))).toBe(200);
});

test('after kill -9 of its database the running server serves again', async () => {
  const program = start();
  const url = await addressOf(program);
  const database = postmaster();
  process.kill(database, 'SIGKILL');
  await expect.poll(() => postmasterLines()[7]?.trim() === 'ready' && postmaster() !== database, { timeout: 20_000 }).toBe(true);
  await expect.poll(() => signIn(url), { timeout: 20_000 }).toBe(401);
});

test('a second server on the same data folder is refused and the first one goes on', async () => {
  const first = start();
  const url = await addressOf(first);
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.output()).toBe(`The data folder ${dir} is in use by another Muster (process ${first.pid}). Stop that one first, or set MUSTER_DATA_DIR to another folder.\n`);
  expect(await answersAt(url)).toBe(200);
});

test('a start follows a server that is stopping', async () => {
  const first = start();
  await addressOf(first);
  first.kill('SIGTERM');
  expect(await answersAt(await addressOf(start()))).toBe(200);
  expect(await first.ended).toBe(0);
});

test('a server whose npm was killed stops by itself', async () => {
  const shell = start({ npm_lifecycle_event: 'start' }, ['sh', '-c', `"${process.execPath}" tools/start.mjs & wait`]);
  const url = await addressOf(shell);
  const database = postmaster();
  shell.kill('SIGKILL');
  await expect.poll(() => processBirth(database), { timeout: 20_000 }).toBe(null);
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});

test('a port that is in use is told at once', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const program = start({ MUSTER_PORT: String(port) });
  expect(await program.ended).toBe(1);
  expect(program.output()).toBe(`The port ${port} is in use. Stop the program that listens there, or set MUSTER_PORT to another port.\n`);
  other.close();
});

test.each([
  [{ MUSTER_PORT: 'http' }, 'MUSTER_PORT is "http"'],
  [{ MUSTER_HOST: '203.0.113.7' }, 'The address "203.0.113.7" does not belong to this machine'],
  [{ MUSTER_DATA_DIR: '/dev/null/data' }, 'The data folder /dev/null/data'],
  [{ DATABASE_URL: 'postgres://nobody:hidden@no-such-host.invalid/chat' }, 'The PostgreSQL of DATABASE_URL (no-such-host.invalid/chat) cannot be used'],
])('%o ends the start with one sentence', async (env, sentence) => {
  const program = start(env as unknown as Record<string, string>);
  expect(await program.ended).toBe(1);
  const lines = program.output().trim().split('\n');
  expect(lines.at(-1)).toContain(sentence);
  expect(program.output()).not.toMatch(/hidden|\n {4}at /);
});

test('with DATABASE_URL no database of its own is started', async () => {
  const database = await cloneDatabase();
  const program = start({ DATABASE_URL: database.url });
  expect(await answersAt(await addressOf(program))).toBe(200);
  expect(postmasterLines()).toEqual([]);
  program.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  await database.drop();
});
