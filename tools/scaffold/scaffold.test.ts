import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const FOLDERS = ['src/messaging/polls', 'src/integrations/acme'];
const KEPT_OUT = new Set(['.git', 'node_modules', 'dist', 'data', 'e2e']);

let copy: string;
const run = (...args: string[]) => execFileSync(process.execPath, ['tools/run.mjs', ...args], { cwd: copy, encoding: 'utf8', stdio: 'pipe' });
// What a program says, whether it is content or not: other people's problems are not the scaffold's.
const linesOf = (program: string, ...args: string[]) => {
  try {
    return execFileSync(process.execPath, [program, ...args], { cwd: copy, encoding: 'utf8', stdio: 'pipe' }).split('\n');
  } catch (error) {
    return (error as { stdout: string }).stdout.split('\n');
  }
};

// The tree without its history; packages are linked, so that caches stay apart.
beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'muster-scaffold-'));
  for (const name of readdirSync('.')) if (!KEPT_OUT.has(name)) cpSync(name, path.join(copy, name), { recursive: true });
  mkdirSync(path.join(copy, 'node_modules'));
  for (const name of readdirSync('node_modules')) if (name !== '.cache') symlinkSync(path.resolve('node_modules', name), path.join(copy, 'node_modules', name));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('what "npm run new" writes', () => {
  it('passes the check at once', { timeout: 300_000 }, () => {
    run('new', 'feature', 'messaging/polls', "Everybody's polls.");
    run('new', 'action', 'messaging/polls', 'close-poll', 'POST /api/muster/v1/polls/:poll_id/close');
    run('new', 'action', 'messaging/polls', 'list-polls', 'GET /api/muster/v1/polls');
    run('new', 'command', 'messaging/polls', 'poll', 'Ask something.');
    run('new', 'command', 'messaging/polls', 'vote', 'Answer it.');
    run('new', 'integration', 'acme', 'Messages of Acme.');
    writeFileSync(path.join(copy, 'tsconfig.scaffold.json'), JSON.stringify({ extends: './tsconfig.json', include: FOLDERS }));
    const said = [
      ...linesOf('node_modules/typescript/bin/tsc', '-p', 'tsconfig.scaffold.json', '--pretty', 'false'),
      ...linesOf('node_modules/oxlint/bin/oxlint', '--format', 'unix', ...FOLDERS),
      ...linesOf('tools/run.mjs', 'check', 'architecture'),
    ];
    expect(said.filter((line) => /polls|acme/.test(line))).toEqual([]);
  });

  it('is in the catalogue and in the table of routes', () => {
    expect(run('where', 'POST /api/muster/v1/polls/{poll_id}/close')).toContain('src/messaging/polls/server/actions/close-poll.ts');
    expect(run('where', '/poll')).toContain('src/messaging/polls/server/polls.commands.ts');
    expect(readFileSync(path.join(copy, 'src/features.ts'), 'utf8')).toMatch(/ {2}pollsFeature,[^]* {2}acmeFeature,\n/);
  });

  it('never replaces a file', () => {
    expect(() => run('new', 'feature', 'messaging/polls', 'Again.')).toThrow('exists already');
  });

  it('says what is missing', () => {
    expect(() => run('new', 'feature', 'polls')).toThrow('Which feature? Its area');
    expect(() => run('new', 'action', 'messaging/nothing', 'do-it', 'GET /x')).toThrow('src/messaging/nothing is no feature');
    expect(() => run('new', 'action', 'messaging/polls', 'open-poll', 'somewhere')).toThrow('is no route');
  });
});
