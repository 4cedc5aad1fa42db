import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createTargetedLog, levelNumber, plain } from './log.ts';

test('the file takes what its level lets through, as JSON or as text', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'muster-log-'));
  const file = path.join(dir, 'a', 'muster.log');
  const { log, targets } = createTargetedLog('info');
  targets.console.is_on = false;
  targets.keepIn(file);
  targets.file.level = levelNumber('WARN');
  log.info('not this');
  log.warn({ job: 'tidy' }, 'this');
  targets.file.is_json = false;
  log.error({ code: 7 }, 'and this');
  targets.file.is_on = false;
  log.error('nor this');
  const [first, second, ...none] = readFileSync(file, 'utf8').trimEnd().split('\n');
  expect(JSON.parse(first!)).toMatchObject({ level: 40, job: 'tidy', msg: 'this' });
  expect(second).toMatch(/^\d{4}-\S+Z error and this code=7$/);
  expect(none).toEqual([]);
  await rm(dir, { recursive: true });
});

test('a text line names the moment, the level, the message and the rest', () => {
  expect(plain('{"level":30,"time":"2026-01-31T12:00:00.000Z","a":"b c","msg":"hello"}\n')).toBe('2026-01-31T12:00:00.000Z info hello a="b c"\n');
});
