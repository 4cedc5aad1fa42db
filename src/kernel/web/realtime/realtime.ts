import type { KernelEvents, WebSocketBroadcast, WebSocketEvent, WebSocketReply } from '#kernel/wire/index.ts';
import { ApiError } from '../api/api-error.ts';
import { RealtimeLink } from './link.ts';
import { realtimeState } from './realtime.state.ts';

export type EventHandler<TData> = (data: TData, broadcast: WebSocketBroadcast) => void;
type Waiting = { resolve: (data: unknown) => void; reject: (error: Error) => void };

const REPLY_TIMEOUT_MS = 15_000;

/** The page's one WebSocket: hands out events, answers requests and resumes after a break. */
export class Realtime {
  /** Store of the connection's state: `realtime.state((s) => s.status)` in a component. */
  readonly state = realtimeState;
  readonly #handlers = new Map<string, Set<EventHandler<never>>>();
  readonly #resync = new Set<() => void>();
  readonly #waiting = new Map<number, Waiting>();
  readonly #link: RealtimeLink;
  #request_seq = 0;
  #held: WebSocketEvent[] | null = null;

  constructor() {
    this.#link = new RealtimeLink({
      on_event: (event) => this.#receive(event),
      on_reply: (reply) => this.#answer(reply),
      on_lost: () => this.#rejectAll(),
      ping: () => this.send('ping'),
    });
  }

  /** Calls `handler` for every event of this name, until the returned function is called. */
  on<TData = Record<string, unknown>>(event: string, handler: EventHandler<TData>): () => void {
    const handlers = this.#handlers.get(event) ?? new Set();
    this.#handlers.set(event, handlers);
    handlers.add(handler as EventHandler<never>);
    return () => void handlers.delete(handler as EventHandler<never>);
  }

  /** Calls `callback` when events were missed for good: fetch again what may have changed. */
  on_resync(callback: () => void): () => void {
    this.#resync.add(callback);
    return () => void this.#resync.delete(callback);
  }

  /** Sends a request over the socket. Rejects at once while there is no connection. */
  send<TReply = Record<string, unknown>>(action: string, data: Record<string, unknown> = {}): Promise<TReply> {
    const seq = ++this.#request_seq;
    if (!this.#link.write({ action, seq, data })) return Promise.reject(new ApiError({ id: 'network', message: 'There is no connection to the server.' }, 0));
    return new Promise<TReply>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(seq);
        reject(new ApiError({ id: 'network', message: 'The server did not answer in time.' }, 0));
      }, REPLY_TIMEOUT_MS);
      const settle = <T>(next: (value: T) => void) => (value: T) => {
        clearTimeout(timer);
        next(value);
      };
      this.#waiting.set(seq, { resolve: settle((value) => resolve(value as TReply)), reject: settle(reject) });
    });
  }

  start(): void {
    this.#link.open();
  }

  stop(): void {
    this.#link.close();
    this.#rejectAll();
    this.#held = null;
  }

  /** Keeps events back while the page loads its state, so that none is overwritten by an older answer. */
  hold(): void {
    this.#held ??= [];
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const event of held) this.#dispatch(event);
  }

  #receive(event: WebSocketEvent): void {
    if (event.event === 'hello') return this.#greet(event);
    if (this.#held) this.#held.push(event);
    else this.#dispatch(event);
  }

  #greet(event: WebSocketEvent): void {
    const { connection_id } = event.data as KernelEvents['hello'];
    const is_first = !realtimeState.getState().connection_id;
    realtimeState.setState({ connection_id });
    this.#dispatch(event);
    if (is_first) return;
    for (const callback of [...this.#resync]) guarded(callback);
  }

  #dispatch(event: WebSocketEvent): void {
    for (const handler of [...(this.#handlers.get(event.event) ?? [])]) guarded(() => handler(event.data as never, event.broadcast));
  }

  #answer(reply: WebSocketReply): void {
    const waiting = this.#waiting.get(reply.seq_reply);
    if (!waiting) return;
    this.#waiting.delete(reply.seq_reply);
    if (reply.status === 'OK') waiting.resolve(reply.data ?? {});
    else waiting.reject(new ApiError(reply.error ?? {}, reply.error?.status_code ?? 500));
  }

  #rejectAll(): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const one of waiting) one.reject(new ApiError({ id: 'network', message: 'The connection was lost.' }, 0));
  }
}

// One broken handler must not keep an event from the others.
function guarded(run: () => void): void {
  try {
    run();
  } catch (error) {
    reportError(error);
  }
}

export const realtime = new Realtime();
