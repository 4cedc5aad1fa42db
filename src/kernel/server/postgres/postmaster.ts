import { readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { commandLine, processBirth } from '../process-info.ts';
import { StartError } from '../start-error.ts';

/** What `postmaster.pid` of a cluster says. */
export interface Postmaster {
  readonly pid: number;
  readonly is_ready: boolean;
}

const FAST_STOP_MS = 30_000;
const HARD_STOP_MS = 10_000;
const POLL_MS = 10;

/** Reads `postmaster.pid`; null if there is none. */
export async function readPostmaster(cluster: string): Promise<Postmaster | null> {
  const lines = (await readFile(pidFile(cluster), 'utf8').catch(() => '')).split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  return pid > 0 ? { pid, is_ready: lines[7]?.trim() === 'ready' } : null;
}

/**
 * Ends a PostgreSQL that an earlier server left running in this folder, and forgets one that is gone. Call it only
 * while holding the data folder. Returns whether one was running.
 */
export async function stopLeftOver(cluster: string): Promise<boolean> {
  const left = await readPostmaster(cluster);
  if (!left) return false;
  const whose = processBirth(left.pid) === null ? 'gone' : await ownerOf(left.pid, cluster);
  if (whose === 'ours') {
    await stopPostmaster(left.pid);
    return true;
  }
  // PostgreSQL would refuse to start as long as any process has the number that the dead one had.
  if (whose === 'gone') await rm(pidFile(cluster), { force: true });
  return false;
}

/** Stops a postmaster: its clients are cut off, what was committed is kept. */
export async function stopPostmaster(pid: number): Promise<void> {
  const birth = processBirth(pid);
  const steps = [['SIGINT', FAST_STOP_MS], ['SIGQUIT', HARD_STOP_MS], ['SIGKILL', HARD_STOP_MS]] as const;
  for (const [signal, limit_ms] of steps) {
    if (birth === null || processBirth(pid) !== birth) return;
    sendSignal(pid, signal);
    if (await isGoneWithin(pid, birth, limit_ms)) return;
  }
  throw new StartError(`The database process ${pid} of an earlier start cannot be stopped. Stop it by hand, then start again.`);
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPERM') throw new StartError(`The database process ${pid} of an earlier start belongs to another user. Stop it, or start Muster as that user.`);
  }
}

async function isGoneWithin(pid: number, birth: string, limit_ms: number): Promise<boolean> {
  for (const end = Date.now() + limit_ms; Date.now() < end; await wait(POLL_MS)) if (processBirth(pid) !== birth) return true;
  return false;
}

// A postmaster works inside its cluster. Where the system does not tell that, its command line names the folder.
async function ownerOf(pid: number, cluster: string): Promise<'ours' | 'gone' | 'unknown'> {
  const command = commandLine(pid);
  if (command === null || command.length === 0) return 'unknown';
  if (path.basename(command[0]!) !== 'postgres') return 'gone';
  const place = process.platform === 'linux' ? `/proc/${pid}/cwd` : command[command.indexOf('-D') + 1]!;
  const [there, here] = await Promise.all([stat(place).catch(() => null), stat(cluster)]);
  if (!there) return 'unknown';
  return there.dev === here.dev && there.ino === here.ino ? 'ours' : 'gone';
}

function pidFile(cluster: string): string {
  return path.join(cluster, 'postmaster.pid');
}
