import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { App } from '../app.ts';
import { limitRate, rateBurst, rateByAddress, rateByHeader, rateByUser, ratePerSecond, rateStoreSize } from './http.settings.ts';
import { addressOf } from './origin.ts';

/** What a caller is told about its rate; `is_refused` if this call was one too many. */
export interface RateVerdict {
  readonly is_refused: boolean;
  readonly headers: OutgoingHttpHeaders;
}

/**
 * Counts calls by the generic cell rate algorithm: a caller may come `PerSec` times a second, and `MaxBurst` times more at once.
 * Kept is one time for each caller: when it would be back at rest.
 */
export class RateLimiter {
  readonly #app: App;
  #rest_at = new LRUCache<string, number>({ max: 1 });
  #interval_ms = 0;
  #tolerance_ms = 0;
  #limit = 0;
  #is_on = false;

  constructor(app: App) {
    this.#app = app;
    this.#configure();
    app.settings.onChange(() => this.#configure());
  }

  /** Counts a request before anything else is done for it. Undefined while the limit is off or nothing tells callers apart. */
  count(request: IncomingMessage): RateVerdict | undefined {
    if (!this.#is_on) return undefined;
    const key = this.#keyOf(request);
    return key ? this.#take(key) : undefined;
  }

  /** Counts it for the person too, who may have several sessions. */
  countUser(user_id: string): RateVerdict | undefined {
    return this.#is_on && user_id && this.#app.settings.get(rateByUser) ? this.#take(user_id) : undefined;
  }

  #configure(): void {
    const { settings } = this.#app;
    this.#is_on = settings.get(limitRate);
    this.#interval_ms = 1000 / settings.get(ratePerSecond);
    this.#limit = settings.get(rateBurst) + 1;
    this.#tolerance_ms = this.#interval_ms * this.#limit;
    const max = settings.get(rateStoreSize);
    if (this.#rest_at.max !== max) this.#rest_at = new LRUCache({ max });
  }

  #keyOf(request: IncomingMessage): string {
    const { settings } = this.#app;
    const token = settings.get(rateByUser) ? credentialOf(request) : '';
    const header = settings.get(rateByHeader).toLowerCase();
    const address = !token && settings.get(rateByAddress) ? addressOf(this.#app, request) : '';
    return token + address + (header ? String(request.headers[header] ?? '').toLowerCase() : '');
  }

  #take(key: string): RateVerdict {
    const now = this.#app.clock();
    const rest_at = Math.max(this.#rest_at.get(key) ?? now, now);
    const next_at = rest_at + this.#interval_ms;
    const wait_ms = next_at - this.#tolerance_ms - now;
    const is_refused = wait_ms > 0;
    if (!is_refused) this.#rest_at.set(key, next_at);
    const busy_ms = (is_refused ? rest_at : next_at) - now;
    const headers = {
      'x-ratelimit-limit': String(this.#limit),
      'x-ratelimit-remaining': String(Math.max(0, Math.floor((this.#tolerance_ms - busy_ms) / this.#interval_ms + 1e-6))),
      'x-ratelimit-reset': String(Math.ceil(busy_ms / 1000)),
      ...(is_refused && { 'retry-after': String(Math.ceil(wait_ms / 1000)) }),
    };
    return { is_refused, headers };
  }
}

function credentialOf({ headers }: IncomingMessage): string {
  return /(?:^|;\s*)MMAUTHTOKEN=([^;]+)/.exec(headers.cookie ?? '')?.[1] ?? /^(?:bearer|token)\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
}
