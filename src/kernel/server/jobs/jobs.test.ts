import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { defineFeature, defineJob, startServer, type JobCtx, type RunningServer, type ServerOptions } from '#kernel/server/index.ts';
import { cloneDatabase, type TestDatabase } from '#kernel/testing/database.ts';
import { startTestProgram } from '#kernel/testing/program.ts';
import { LIBRARY } from './library.ts';

let database: TestDatabase;
let heard: string[];
let waiting: { text: string; resolve: () => void }[];
let behave: (ctx: JobCtx, text: string) => Promise<void> | void;
const running: RunningServer[] = [];

beforeEach(async () => {
  database = await cloneDatabase();
  heard = [];
  waiting = [];
  behave = () => {};
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
  await database.drop();
});

function note(text: string): void {
  heard.push(text);
  for (const waiter of waiting) if (waiter.text === text) waiter.resolve();
}

function until(text: string): Promise<void> {
  return heard.includes(text) ? Promise.resolve() : new Promise((resolve) => waiting.push({ text, resolve }));
}

const noteInput = defineJob({
  name: 'note-input',
  summary: 'Notes its input.',
  input: z.object({ text: z.string() }),
  max_attempts: 2,
  time_limit_ms: 1_000,
  run: async (ctx, { text }) => {
    await behave(ctx, text);
    note(text);
  },
});

const TIMINGS = { poll_ms: 50, beat_ms: 50, lost_after_ms: 400, grace_ms: 100 };

async function startNode(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const probe = defineFeature({ name: 'probe', area: 'messaging', summary: 'Notes.', jobs: [noteInput] });
  const server = await startServer({ features: [probe], database: database.connection, data_dir: '/nonexistent', host: '127.0.0.1', port: 0, site_url: '', log_level: 'silent', migrations_dir: 'src', env: {}, job_timings: TIMINGS, ...options });
  running.push(server);
  return server;
}

test('a job runs after it was added, as the system and with a record in the audit', async () => {
  const { app } = await startNode();
  await app.jobs.add(noteInput, { text: 'hello' });
  await until('hello');
  await app.jobs.runDue();
  await app.settle();
  expect(await app.db.rows('SELECT session_id, outcome FROM audits WHERE action = $1', ['note-input'])).toEqual([{ session_id: 'system', outcome: 'success' }]);
});

test('a job that a transaction adds does not exist if the transaction fails', async () => {
  const { app } = await startNode();
  const failing = app.db.tx(async (tx) => {
    await app.jobs.add(noteInput, { text: 'never' }, { tx });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await app.db.tx((tx) => app.jobs.add(noteInput, { text: 'committed' }, { tx }));
  await until('committed');
  await app.jobs.runDue();
  expect(heard).toEqual(['committed']);
});

test('two nodes run a job of one key once, with the latest input', async () => {
  const [one, other] = [await startNode(), await startNode()];
  const run_at = Date.now() + 3_600_000;
  await Promise.all([one.app.jobs.add(noteInput, { text: 'first' }, { key: 'k', run_at }), other.app.jobs.add(noteInput, { text: 'first' }, { key: 'k', run_at })]);
  await one.app.jobs.add(noteInput, { text: 'last' }, { key: 'k' });
  await until('last');
  await other.app.jobs.runDue();
  expect(heard).toEqual(['last']);
});

test('a job that was removed by its key does not run', async () => {
  const { app } = await startNode();
  await app.jobs.add(noteInput, { text: 'gone' }, { key: 'k', run_at: Date.now() + 50 });
  await app.jobs.remove('k');
  await app.jobs.add(noteInput, { text: 'kept' }, { run_at: Date.now() + 100 });
  await until('kept');
  expect(heard).toEqual(['kept']);
});

test('the clock of the app says when a timer is due', async () => {
  let now = Date.now();
  const { app } = await startNode({ clock: () => now });
  await app.jobs.add(noteInput, { text: 'in an hour' }, { run_at: now + 3_600_000 });
  await app.jobs.runDue();
  expect(heard).toEqual([]);
  now += 3_600_000;
  await app.jobs.runDue();
  expect(heard).toEqual(['in an hour']);
});

test('a job that fails is tried again, told to the administrator, and given up after its last attempt', async () => {
  const { app } = await startNode();
  behave = (ctx) => {
    note(`attempt ${ctx.attempt}${ctx.is_last_attempt ? ', the last' : ''}`);
    throw new Error('the other side is away');
  };
  await app.jobs.add(noteInput, { text: 'x' }, { key: 'k' });
  await until('attempt 2, the last');
  await expect.poll(() => app.jobs.listFailing()).toMatchObject([{ name: 'note-input', key: 'k', attempts: 2, max_attempts: 2, next_at: 0, last_error: 'the other side is away' }]);
});

test('a job that takes too long is cut off', async () => {
  const { app } = await startNode();
  behave = (ctx) => new Promise((resolve) => ctx.signal.addEventListener('abort', () => resolve(note('cut off'))));
  await app.jobs.add(noteInput, { text: 'x' });
  await until('cut off');
  await expect.poll(() => app.jobs.listFailing()).toMatchObject([{ attempts: 1, last_error: expect.stringContaining('timeout') }]);
});

test('a node that stops gives back what it has not finished, and another one runs it', async () => {
  const one = await startNode();
  behave = () => {
    note('taken');
    return new Promise(() => {});
  };
  await one.app.jobs.add(noteInput, { text: 'x' });
  await until('taken');
  await running.shift()!.close();
  behave = (ctx) => note(`attempt ${ctx.attempt}`);
  await startNode({ job_timings: { ...TIMINGS, start_after_ms: 0 } });
  await until('x');
  expect(heard).toEqual(['taken', 'attempt 1', 'x']);
});

test('what a killed node had taken runs on another one', async () => {
  const program = await startTestProgram('take-job', [JSON.stringify(database.connection), '/nonexistent', 'survivor']);
  await program.line('taken survivor');
  await startNode({ job_timings: { ...TIMINGS, start_after_ms: 0 } });
  program.kill('SIGKILL');
  expect(await program.ended).toBe('SIGKILL');
  // The dead node was last heard of up to a beat before it died.
  await until('survivor');
  expect(heard).toEqual(['survivor']);
});

test('the tables are brought up to date when the library is another one', async () => {
  const { version } = JSON.parse(await readFile('node_modules/graphile-worker/package.json', 'utf8'));
  expect(LIBRARY).toBe(`graphile-worker ${version}`);
});
