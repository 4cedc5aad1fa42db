import type { App, Ctx } from '#kernel/server/index.ts';
import { rowOfPast, type PastDelivery } from './deliveries.rows.ts';
import { insertDeliveries, type DeliveryRow } from './deliveries.store.ts';
import { announce } from './announce.ts';

const FLUSH_AFTER_MS = 250;
const MAX_WAITING = 5_000;
const MAX_WAITING_BYTES = 16 * 1_048_576;
const BATCH = 200;

interface Waiting {
  readonly past: PastDelivery;
  readonly at: number;
  readonly bytes: number;
}

/** Collects what has happened and writes it in batches, so that the call itself costs nothing. */
class Recorder {
  readonly #app: App;
  #waiting: Waiting[] = [];
  #bytes = 0;
  #lost = 0;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(app: App) {
    this.#app = app;
  }

  add(past: PastDelivery): void {
    const bytes = sizeOf(past.request.body) + sizeOf(past.answer?.body);
    if (this.#waiting.length >= MAX_WAITING || this.#bytes + bytes > MAX_WAITING_BYTES) {
      this.#lost++;
    } else {
      this.#waiting.push({ past, at: this.#app.clock(), bytes });
      this.#bytes += bytes;
    }
    this.#timer ??= setTimeout(() => void this.flush(), FLUSH_AFTER_MS).unref();
  }

  flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const batch = this.#waiting;
    this.#waiting = [];
    this.#bytes = 0;
    if (this.#lost) this.#app.log.error({ count: this.#lost }, 'rows of the delivery ledger are lost: more calls came in than could be written');
    this.#lost = 0;
    if (batch.length) this.#writing = this.#writing.then(() => this.#write(batch));
    return this.#writing;
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    for (let from = 0; from < batch.length; from += BATCH) {
      const rows = batch.slice(from, from + BATCH).flatMap(({ past, at }) => this.#rowOf(past, at));
      try {
        await insertDeliveries(this.#app.db, rows);
        announce(this.#app, rows);
      } catch (error) {
        this.#app.log.error({ error: (error as Error).message, count: rows.length }, 'rows of the delivery ledger could not be written and are lost');
      }
    }
  }

  #rowOf(past: PastDelivery, at: number): DeliveryRow[] {
    try {
      return [rowOfPast(this.#app, past, at)];
    } catch (error) {
      this.#app.log.error({ err: error, kind: past.kind }, 'a row of the delivery ledger could not be made');
      return [];
    }
  }
}

function sizeOf(body: unknown): number {
  return typeof body === 'string' ? body.length : body ? 2_000 : 0;
}

const recorders = new WeakMap<App, Recorder>();

function recorderOf(app: App): Recorder {
  const recorder = recorders.get(app) ?? new Recorder(app);
  recorders.set(app, recorder);
  return recorder;
}

/** Notes a call that has happened, either way. Returns at once; the row is written a moment later, without secrets. */
export function recordDelivery(to: App | Ctx, past: PastDelivery): void {
  recorderOf('app' in to ? to.app : to).add(past);
}

/** Writes what waits. Readers of the ledger call it first, so that they see their own past. */
export function flushDeliveries(app: App): Promise<void> {
  return recorders.get(app)?.flush() ?? Promise.resolve();
}
