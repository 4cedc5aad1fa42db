import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestProgram, type Program } from '#kernel/testing/program.ts';
import { takeDataFolder } from './data-folder.ts';

const QUICK = { running_ms: 100, stopping_ms: 100, elsewhere_ms: 900, silent_ms: 600 };
let dir: string;
const programs: Program[] = [];
const hold = async (...args: string[]) => {
  const program = await startTestProgram('hold-folder', [dir, ...args]);
  programs.push(program);
  return program;
};

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'house-folder-'));
});
afterEach(async () => {
  for (const program of programs.splice(0)) program.kill('SIGKILL');
  await rm(dir, { recursive: true, force: true });
});

test('a second process on the same data folder is refused with one sentence that names the first', async () => {
  const first = await hold();
  await first.line('taken');
  const second = await hold();
  expect(await second.line('refused')).toBe(`refused: The data folder ${dir} is in use by another Muster (process ${first.pid}). Stop that one first, or set MUSTER_DATA_DIR to another folder.`);
  expect(await second.ended).toBe(1);
});

test('the folder of a killed process is free at once', async () => {
  const first = await hold();
  await first.line('taken');
  first.kill('SIGKILL');
  await first.ended;
  expect(await (await hold()).line('taken')).toBe('taken');
});

test('of many processes that start at the same moment exactly one gets the folder', async () => {
  const stale = await hold();
  await stale.line('taken');
  stale.kill('SIGKILL');
  await stale.ended;
  const starters = await Promise.all(Array.from({ length: 6 }, () => hold()));
  const outcomes = await Promise.all(starters.map((s) => Promise.race([s.line('taken').then(() => 'taken'), s.ended.then(() => 'refused')])));
  expect(outcomes.filter((o) => o === 'taken')).toHaveLength(1);
});

test('a start waits for a process that is about to stop', async () => {
  const first = await hold('1500');
  await first.line('taken');
  first.kill('SIGTERM');
  await first.line('stopping');
  const second = await hold();
  await second.line('waiting for another Muster');
  expect(await second.line('taken')).toBe('taken');
});

test('a lock of another container holds as long as it beats', async () => {
  const file = path.join(dir, 'lock.7');
  const lock = JSON.stringify({ pid: process.pid, birth: 'another', space: 'another container' });
  await writeFile(file, lock);
  const beat = setInterval(() => void writeFile(file, lock), 50);
  await expect(takeDataFolder(dir, undefined, QUICK)).rejects.toThrow('of another container or machine');
  clearInterval(beat);
  const folder = await takeDataFolder(dir, undefined, QUICK);
  await folder.release();
});

test('a lock that was never written to the end does not keep the folder for ever', async () => {
  await writeFile(path.join(dir, 'lock.3'), '');
  const folder = await takeDataFolder(dir, undefined, QUICK);
  expect(folder.dir).toBe(dir);
  await folder.release();
});

test('a data folder that is a file is refused', async () => {
  const file = path.join(dir, 'file');
  await writeFile(file, '');
  await expect(takeDataFolder(file)).rejects.toThrow(`The data folder ${file} is a file, or lies below one. Set MUSTER_DATA_DIR to a folder.`);
});
