import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const REQUIREMENTS = fileURLToPath(new URL('../clients/python/requirements.txt', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/muster-python', import.meta.url));
const LONGEST_MS = 300_000;

/** A Python with the packages of `clients/python/requirements.txt`, or why there is none. */
export type Python = { readonly program: string; readonly missing?: undefined } | { readonly program?: undefined; readonly missing: string };

/** Makes it at the first call on a machine, about half a minute; later calls find it. */
export function preparePython(): Python {
  const folder = path.join(CACHE, createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 16));
  const program = path.join(folder, 'bin', 'python');
  if (existsSync(path.join(folder, 'complete'))) return { program };
  rmSync(CACHE, { recursive: true, force: true });
  mkdirSync(CACHE, { recursive: true });
  try {
    demandPython();
    run('python3', ['-m', 'venv', folder]);
    run(program, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--require-hashes', '--only-binary', ':all:', '-r', REQUIREMENTS]);
    writeFileSync(path.join(folder, 'complete.new'), '');
    renameSync(path.join(folder, 'complete.new'), path.join(folder, 'complete'));
    return { program };
  } catch (error) {
    return { missing: (error as Error).message.split('\n').slice(0, 3).join(' ').slice(0, 300) };
  }
}

// Debian keeps the module for environments in a package of its own.
function demandPython(): void {
  const hasPython = (): boolean => succeeds('python3', ['-c', 'import ensurepip, venv']);
  if (hasPython()) return;
  if (process.getuid?.() === 0 && succeeds('apt-get', ['--version'])) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', 'python3', 'python3-venv']);
  }
  if (!hasPython()) throw new Error('there is no python3 with the module venv on this machine');
}

function succeeds(program: string, args: readonly string[]): boolean {
  try {
    run(program, args);
    return true;
  } catch {
    return false;
  }
}

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: LONGEST_MS });
}
