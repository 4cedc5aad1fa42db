import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import type { EmbeddedOptions } from './index.ts';
import { stopPostmaster } from './postmaster.ts';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
const MAX_ATTEMPTS = 8;
const STABLE_MS = 60_000;

/** Keeps a database running: starts it again when it ends by itself, with growing pauses, and gives up in the end. */
export function supervise(first: ChildProcess, launch: () => Promise<ChildProcess>, options: Pick<EmbeddedOptions, 'on_exit' | 'on_lost' | 'log'>): { pid: () => number | undefined; stop: () => Promise<void> } {
  const ending = new AbortController();
  let child: ChildProcess | undefined;
  let restarting = Promise.resolve();
  let attempts = 0;
  let started_at = 0;

  const watch = (running: ChildProcess) => {
    child = running;
    started_at = Date.now();
    const ended = () => {
      child = undefined;
      if (ending.signal.aborted) return;
      if (Date.now() - started_at > STABLE_MS) attempts = 0;
      const reason = running.signalCode ? `by the signal ${running.signalCode}` : `with the code ${running.exitCode}`;
      options.log?.warn({ reason }, 'the database ended and is started again');
      options.on_exit?.(`The database was ended ${reason}.`);
      restarting = restart();
    };
    if (running.exitCode !== null || running.signalCode !== null) ended();
    else running.once('exit', ended);
  };

  const restart = async () => {
    let problem = new Error('The database ends again and again.');
    while (attempts < MAX_ATTEMPTS) {
      await wait(attempts ? Math.min(FIRST_PAUSE_MS * 2 ** attempts, LONGEST_PAUSE_MS) : 0, undefined, { signal: ending.signal }).catch(() => {});
      if (ending.signal.aborted) return;
      attempts++;
      try {
        return watch(await launch());
      } catch (error) {
        problem = error as Error;
        options.log?.warn({ error: problem.message }, 'the database could not be started again');
      }
    }
    options.on_lost?.(problem);
  };

  const stop = async () => {
    ending.abort();
    await restarting;
    if (child?.pid) await stopPostmaster(child.pid);
  };
  watch(first);
  return { pid: () => child?.pid, stop };
}
