import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createLog } from './log.ts';
import { openRotatingFile } from './rotating-file.ts';

test('a full file is put aside, and only so many are kept', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'muster-log-'));
  const file = openRotatingFile(path.join(dir, 'logs/a.log'), 10, 2);
  for (const line of ['first line\n', 'second line\n', 'third line\n', 'fourth line\n']) file.write(line);
  expect((await readdir(path.join(dir, 'logs'))).sort()).toEqual(['a.log', 'a.log.1', 'a.log.2']);
  expect(await readFile(file.path, 'utf8')).toBe('fourth line\n');
  expect(await readFile(`${file.path}.2`, 'utf8')).toBe('second line\n');
  file.close();
  await rm(dir, { recursive: true });
});

test('a log keeps its lines in the file too, without secrets', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'muster-log-'));
  createLog('info', path.join(dir, 'a.log')).warn({ password: 'hunter2', user: { token: 'hunter3' } }, 'careful');
  const text = await readFile(path.join(dir, 'a.log'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ level: 40, msg: 'careful', password: '(removed)' });
  expect(text).not.toMatch(/hunter/);
  await rm(dir, { recursive: true });
});

test('a file that cannot be written stops nobody', () => {
  const file = openRotatingFile(path.join(import.meta.filename, 'a.log'), 10, 2);
  file.write('a line\n');
  file.write('another\n');
  file.close();
});
