import { mkdir, open, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { processBirth, processSpace } from './process-info.ts';
import { StartError } from './start-error.ts';

export interface DataFolder {
  /** Its absolute path. */
  readonly dir: string;
  /** Lets a process that waits for the folder know that it is worth while. */
  announceStop(): Promise<void>;
  release(): Promise<void>;
}

interface Holder {
  readonly pid: number;
  /** With the id it names one process for ever. */
  readonly birth: string;
  readonly space: string;
  readonly is_stopping?: boolean;
}

const BEAT_MS = 1_000;
const POLL_MS = 50;

/** How long to wait for the holder: one that was just killed or told to stop needs a moment to be gone. */
const TIMES = {
  running_ms: 1_000,
  stopping_ms: 45_000,
  elsewhere_ms: 8_000,
  /** Without a beat for this long, a holder that cannot be seen is gone. */
  silent_ms: 5_000,
};

/** Makes the folder if it is missing and takes it for this process alone, until `release` or the process's end. */
export async function takeDataFolder(folder: string, on_progress?: (text: string) => void, times = TIMES): Promise<DataFolder> {
  const dir = path.resolve(folder);
  await makeWritable(dir);
  const own: Holder = { pid: process.pid, birth: processBirth(process.pid) ?? '', space: processSpace() };
  const file = await acquire(dir, own, times, on_progress);
  const beat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), BEAT_MS).unref();
  return {
    dir,
    announceStop: () => writeFile(file, JSON.stringify({ ...own, is_stopping: true })),
    release: async () => {
      clearInterval(beat);
      // The file stays, so that the numbers only grow: a slow starter can never take one that was taken before.
      await writeFile(file, '{}');
    },
  };
}

async function makeWritable(dir: string): Promise<void> {
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await (await open(path.join(dir, '.writable'), 'w')).close();
    await rm(path.join(dir, '.writable'), { force: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR' || code === 'EEXIST') throw new StartError(`The data folder ${dir} is a file, or lies below one. Set MUSTER_DATA_DIR to a folder.`);
    throw new StartError(`The data folder ${dir} cannot be written by the user with the number ${process.getuid?.()} (${code}). Mend its permissions, or set MUSTER_DATA_DIR to another folder.`);
  }
}

// Lock files are numbered. The highest one holds, if its process lives; a starter that finds it dead makes the next.
// Making a file is atomic, and whoever sees a higher number than the own gives way, so two can never hold.
async function acquire(dir: string, own: Holder, times: typeof TIMES, on_progress?: (text: string) => void): Promise<string> {
  const started = Date.now();
  for (let is_told = false; ; await wait(POLL_MS)) {
    const last = (await numbersIn(dir)).at(-1) ?? 0;
    const holder = last ? await holderOf(lockFile(dir, last), own.space, times.silent_ms) : null;
    if (holder) {
      const waited_ms = Date.now() - started;
      if (waited_ms > times[`${holder.state}_ms`]) throw new StartError(`The data folder ${dir} is in use by another Muster (process ${holder.pid}). Stop that one first, or set MUSTER_DATA_DIR to another folder.`);
      if (!is_told && waited_ms > 500 && holder.state !== 'running') on_progress?.('waiting for another Muster to leave the data folder …');
      is_told ||= waited_ms > 500;
      continue;
    }
    const file = lockFile(dir, last + 1);
    if (!(await makeFile(file, JSON.stringify(own)))) continue;
    const numbers = await numbersIn(dir);
    if (numbers.at(-1) === last + 1) {
      for (const number of numbers) if (number <= last) await rm(lockFile(dir, number), { force: true });
      return file;
    }
    await rm(file, { force: true });
  }
}

async function numbersIn(dir: string): Promise<number[]> {
  const names = await readdir(dir);
  return names.flatMap((name) => /^lock\.(\d+)$/.exec(name)?.[1] ?? []).map(Number).sort((a, b) => a - b);
}

/** Who holds a lock file; null if nobody does any more. */
async function holderOf(file: string, space: string, silent_ms: number): Promise<{ pid: number | string; state: 'running' | 'stopping' | 'elsewhere' } | null> {
  const [text, info] = await Promise.all([readFile(file, 'utf8').catch(() => null), stat(file).catch(() => null)]);
  if (text === null || !info) return null;
  const is_fresh = Date.now() - info.mtimeMs < silent_ms;
  const holder = parse(text);
  if (!holder) return is_fresh ? { pid: 'unknown', state: 'elsewhere' } : null; // its maker is about to write it
  if (!holder.pid) return null;
  // Process ids of another container say nothing here; its beat does.
  if (holder.space !== space) return is_fresh ? { pid: `${holder.pid} of another container or machine`, state: 'elsewhere' } : null;
  if (processBirth(holder.pid) !== holder.birth) return null;
  return { pid: holder.pid, state: holder.is_stopping ? 'stopping' : 'running' };
}

function parse(text: string): Partial<Holder> & { pid?: number } | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function makeFile(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function lockFile(dir: string, number: number): string {
  return path.join(dir, `lock.${number}`);
}
