import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { StartError } from '../start-error.ts';
import { cleanEnvironment } from './cluster.ts';
import { readPostmaster, stopLeftOver } from './postmaster.ts';
import type { SystemUser } from './system-user.ts';

export interface ProcessOptions {
  readonly program: string;
  readonly cluster: string;
  readonly socket_dir: string;
  readonly log_file: string;
  readonly user: SystemUser | undefined;
  readonly on_progress?: (text: string) => void;
}

const POLL_MS = 5;
const SLOW_MS = 3_000;
const OTHERS_LEAVE_MS = 20_000;
const MAX_LOG_BYTES = 5_000_000;

/** Starts PostgreSQL and waits until it is ready, however long it takes to recover after a crash. */
export async function launchPostgres(options: ProcessOptions): Promise<ChildProcess> {
  for (const deadline = Date.now() + OTHERS_LEAVE_MS; ; await wait(100)) {
    if (await stopLeftOver(options.cluster)) options.on_progress?.('stopped the database that an earlier start had left running');
    const { child, complaint } = await launchOnce(options);
    if (child) return child;
    // What an earlier database left needs a moment to go: its own lock, or processes that still hold its memory.
    const is_passing = /lock file .* already exists|shared memory block .* is still in use/.test(complaint);
    if (!is_passing || Date.now() > deadline) throw new StartError(`The database did not start: ${complaint} (see ${options.log_file})`);
  }
}

async function launchOnce(options: ProcessOptions): Promise<{ child?: ChildProcess; complaint: string }> {
  const log = openLog(options.log_file);
  const start = fstatSync(log).size;
  // In a session of its own, so that Ctrl-C reaches only the server, which stops its database last.
  const child = spawn(options.program, ['-D', options.cluster, '-k', options.socket_dir], { ...options.user, cwd: '/', detached: true, env: cleanEnvironment(), stdio: ['ignore', log, log] });
  closeSync(log);
  const failed = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`${error.message}.`));
    child.once('exit', () => resolve(complaintIn(options.log_file, start)));
  });
  const complaint = await Promise.race([failed, becomeReady(child, options)]);
  return complaint === null ? { child, complaint: '' } : { complaint };
}

async function becomeReady(child: ChildProcess, options: ProcessOptions): Promise<null> {
  const started = Date.now();
  let is_told = false;
  while (child.pid && child.exitCode === null && child.signalCode === null) {
    const postmaster = await readPostmaster(options.cluster);
    if (postmaster?.pid === child.pid && postmaster.is_ready) return null;
    if (!is_told && Date.now() - started > SLOW_MS) {
      is_told = true;
      options.on_progress?.('the database recovers from a crash …');
    }
    await wait(POLL_MS);
  }
  return new Promise(() => {}); // it has ended: the other side of the race tells why
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MAX_LOG_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

function complaintIn(file: string, start: number): string {
  const fd = openSync(file, 'r');
  const buffer = Buffer.alloc(64 * 1024);
  const text = buffer.toString('utf8', 0, readSync(fd, buffer, 0, buffer.length, start));
  closeSync(fd);
  const lines = text.trim().split('\n');
  const line = lines.findLast((l) => /FATAL|PANIC|error while loading/.test(l)) ?? lines.at(-1);
  return line ? `${line.replace(/^.*?(FATAL|PANIC): +/, '').replace(/\.$/, '')}.` : 'it ended without a word.';
}
