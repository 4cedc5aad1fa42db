import type { App } from '#kernel/server/index.ts';
import { announce } from './announce.ts';
import { attempt } from './attempt.ts';
import { readFirst, readLanes, saveResult, type Lane } from './deliveries.store.ts';
import { whenWoken } from './queue.ts';
import { pauseAfter } from './retry.rules.ts';
import { SenderLock } from './sender-lock.ts';

const MAX_LANES = 24;
const MAX_LANES_OF_ONE = 4;
const LOOK_AT = 500;
/** A lane gives others a turn after so many. */
const TURN = 25;
const FIRST_LOOK_AFTER_MS = 1_500;
const LONGEST_SLEEP_MS = 60_000;
const AGAIN_AFTER_MS = 1_000;

interface Receiver {
  lanes: number;
  /** How often in a row it was away. */
  failures: number;
  /** Nothing is sent before then; after it one probe at a time until it is back. */
  closed_until: number;
}

/** Makes the calls that are queued: in order within a lane, several lanes at once, a few of each integration, one process at a time. */
class Sender {
  readonly #app: App;
  readonly #lock: SenderLock;
  readonly #stopping = new AbortController();
  readonly #receivers = new Map<string, Receiver>();
  readonly #lanes = new Map<string, Promise<void>>();
  readonly #unsubscribe: () => void;
  #running: Promise<void> | null = null;
  #is_woken = false;
  #ring: () => void = () => {};
  #timer: NodeJS.Timeout;

  constructor(app: App) {
    this.#app = app;
    this.#lock = new SenderLock(app.db.pool);
    this.#unsubscribe = whenWoken(app, () => this.wake());
    // What a killed process has left.
    this.#timer = setTimeout(() => this.wake(), FIRST_LOOK_AFTER_MS).unref();
  }

  wake(): void {
    if (this.#stopping.signal.aborted) return;
    this.#is_woken = true;
    this.#ring();
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      if (this.#is_woken) this.wake();
    });
  }

  /** Takes up nothing more and cuts off what is under way: it counts as not tried. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#unsubscribe();
    this.#is_woken = false;
    this.#stopping.abort(new Error('the server stops'));
    this.#ring();
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      this.#is_woken = false;
      let next_at = await this.#look();
      if (next_at === null) return;
      if (!(await this.#lock.take())) return this.#sleep(AGAIN_AFTER_MS);
      try {
        for (;;) {
          this.#is_woken = false;
          next_at = await this.#look();
          if (!this.#lanes.size) break;
          const rung = new Promise<void>((resolve) => (this.#ring = resolve));
          if (!this.#is_woken) await Promise.race([...this.#lanes.values(), rung]);
        }
      } finally {
        await Promise.all(this.#lanes.values());
        await this.#lock.release();
      }
      if (next_at !== null) this.#sleep(Math.max(50, next_at - this.#app.clock()));
    } catch (error) {
      if (this.#stopping.signal.aborted) return;
      this.#app.log.warn({ error: (error as Error).message }, 'the queue of deliveries could not be looked at and is tried again');
      this.#sleep(AGAIN_AFTER_MS);
    }
  }

  #sleep(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#stopping.signal.aborted) this.#timer = setTimeout(() => this.wake(), Math.min(ms, LONGEST_SLEEP_MS)).unref();
  }

  /** Starts what may start, if this process is the sender. Returns when something is due next, null if nothing waits. */
  async #look(): Promise<number | null> {
    if (this.#stopping.signal.aborted) return null;
    const lanes = await readLanes(this.#app.db, LOOK_AT);
    const now = this.#app.clock();
    let next_at: number | null = null;
    for (const lane of lanes) {
      const due_at = Math.max(lane.next_at, this.#receivers.get(lane.integration_id)?.closed_until ?? 0);
      if (next_at === null || due_at < next_at) next_at = due_at;
      if (this.#lock.is_held && due_at <= now && this.#hasRoom(lane)) this.#start(lane);
    }
    return next_at;
  }

  #hasRoom(lane: Lane): boolean {
    if (this.#stopping.signal.aborted || this.#lanes.size >= MAX_LANES || this.#lanes.has(nameOf(lane))) return false;
    const receiver = this.#receivers.get(lane.integration_id);
    return !receiver || receiver.lanes < (receiver.failures ? 1 : MAX_LANES_OF_ONE);
  }

  #start(lane: Lane): void {
    const receiver = this.#receivers.get(lane.integration_id) ?? { lanes: 0, failures: 0, closed_until: 0 };
    this.#receivers.set(lane.integration_id, receiver);
    receiver.lanes++;
    const work = this.#runLane(lane, receiver)
      .catch((error: Error) => {
        if (this.#stopping.signal.aborted) return;
        this.#app.log.warn({ error: error.message }, 'a delivery could not be looked after and is tried again');
        receiver.closed_until = this.#app.clock() + AGAIN_AFTER_MS;
      })
      .finally(() => {
        receiver.lanes--;
        this.#lanes.delete(nameOf(lane));
        if (!receiver.lanes && !receiver.failures) this.#receivers.delete(lane.integration_id);
      });
    this.#lanes.set(nameOf(lane), work);
  }

  async #runLane(lane: Lane, receiver: Receiver): Promise<void> {
    const app = this.#app;
    for (let turn = 0; turn < TURN; turn++) {
      const row = await readFirst(app.db, lane);
      if (!row || row.next_at > app.clock() || receiver.closed_until > app.clock() || this.#stopping.signal.aborted) return;
      const { result, is_away } = await attempt(app, row, this.#stopping.signal);
      await saveResult(app.db, row.id, result, app.clock());
      announce(app, [{ ...row, status: result.status }]);
      receiver.failures = is_away ? receiver.failures + 1 : 0;
      receiver.closed_until = is_away ? app.clock() + pauseAfter(receiver.failures) : 0;
      if (result.status === 'waiting') return;
    }
  }
}

function nameOf({ integration_id, key }: Lane): string {
  return `${integration_id} ${key}`;
}

/** Starts the sender of this node; what it returns ends it. */
export function startSender(app: App): () => Promise<void> {
  const sender = new Sender(app);
  return () => sender.stop();
}
