import { Worker } from 'node:worker_threads';
import { parseJson } from '#kernel/server/index.ts';

const WORKER = new URL('./mapping.worker.mjs', import.meta.url);
const TIME_LIMIT_MS = 1_000;
const START_LIMIT_MS = 10_000;
const MEMORY_MB = 64;
const IDLE_MS = 30_000;
const MAX_WAITING = 2_000;

/** Why an expression has no result, and where in it. */
export interface MappingFault {
  readonly message: string;
  /** The library's word for it; those that begin with S are about how the expression is written. */
  readonly code: string;
  readonly position: number | null;
  readonly token: string;
}

export type MappingResult = { readonly value: unknown; readonly fault: null } | { readonly value: null; readonly fault: MappingFault };

interface Work {
  readonly expression: string;
  readonly input: unknown;
  readonly bindings: Readonly<Record<string, unknown>>;
  readonly time_limit_ms: number;
  readonly done: (result: MappingResult) => void;
}

type Reply = { json: string } | { error: MappingFault };

const waiting: Work[] = [];
let worker: Worker | undefined;
let current: Work | undefined;
let timer: NodeJS.Timeout | undefined;

/**
 * What a JSONata expression makes of a value. It runs in a thread of its own, with limits of time, memory and size:
 * one that loops is cut off, and the server goes on meanwhile. Never throws.
 */
export function evaluateMapping(expression: string, input: unknown, bindings: Readonly<Record<string, unknown>> = {}, time_limit_ms = TIME_LIMIT_MS): Promise<MappingResult> {
  if (waiting.length >= MAX_WAITING) return Promise.resolve(faultOf('Too many payloads wait for their mapping. Send it again in a moment.'));
  return new Promise((done) => {
    waiting.push({ expression, input, bindings, time_limit_ms, done });
    next();
  });
}

function next(): void {
  if (current) return;
  current = waiting.shift();
  clearTimeout(timer);
  if (!current) {
    timer = setTimeout(endWorker, IDLE_MS).unref();
    return;
  }
  const is_new = !worker;
  worker ??= startWorker();
  const { expression, input, bindings, time_limit_ms } = current;
  // A new thread loads the library first: that is not the expression's fault.
  timer = setTimeout(() => {
    endWorker();
    finish(faultOf(`The expression did not end within ${time_limit_ms} ms.`));
  }, time_limit_ms + (is_new ? START_LIMIT_MS : 0));
  worker.postMessage({ expression, input, bindings }, []);
}

function startWorker(): Worker {
  const fresh = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, stackSizeMb: 2 }, stdout: true, stderr: true });
  fresh.unref();
  fresh.on('message', (reply: Reply) => {
    if (fresh !== worker) return;
    if ('error' in reply) finish({ value: null, fault: reply.error });
    else finish(parsed(reply.json));
  });
  const fail = (message: string) => {
    if (fresh !== worker) return;
    worker = undefined;
    finish(faultOf(message));
  };
  fresh.on('error', (error: NodeJS.ErrnoException) => fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? `The expression needs more than ${MEMORY_MB} MB.` : `The expression failed: ${error.message}`));
  fresh.on('exit', () => fail('The expression ended its thread.'));
  return fresh;
}

function endWorker(): void {
  const ending = worker;
  worker = undefined;
  void ending?.terminate();
}

function finish(result: MappingResult): void {
  const work = current;
  current = undefined;
  work?.done(result);
  next();
}

function parsed(json: string): MappingResult {
  try {
    return { value: parseJson(json), fault: null };
  } catch (error) {
    return faultOf((error as Error).message);
  }
}

function faultOf(message: string): MappingResult {
  return { value: null, fault: { message, code: '', position: null, token: '' } };
}
