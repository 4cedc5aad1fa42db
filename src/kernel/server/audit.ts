import type { Logger } from 'pino';
import type { Action } from './action.ts';
import type { Ctx } from './context.ts';
import type { Database } from './db/database.ts';
import { newId } from './ids.ts';
import { keepable } from './text.ts';

const FLUSH_AFTER_MS = 250;
const MAX_WAITING = 20_000;
const MAX_INFO = 1024;

/** One line of who did what. `outcome` is `success` or the error's id. */
export interface AuditRecord {
  readonly id: string;
  readonly create_at: number;
  readonly user_id: string;
  readonly session_id: string;
  readonly action: string;
  readonly outcome: string;
  readonly extra_info: string;
  readonly ip_address: string;
}

/** Collects audit records and writes them together, so that a record costs the request nothing. */
export class AuditLog {
  readonly #db: Database;
  readonly #log: Logger;
  #waiting: AuditRecord[] = [];
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(db: Database, log: Logger) {
    this.#db = db;
    this.#log = log;
  }

  /** Notes the outcome of an action. Ids in the input are kept, texts and secrets are not. */
  record(ctx: Ctx, action: Action, input: unknown, outcome: string): void {
    this.#waiting.push({
      id: newId(ctx.now),
      create_at: ctx.now,
      user_id: ctx.actor.user_id,
      session_id: ctx.actor.session_id,
      action: action.name,
      outcome,
      extra_info: keepable([idsOf(input), ...ctx.notes].filter(Boolean).join(' ').slice(0, MAX_INFO)),
      ip_address: ctx.origin.ip,
    });
    if (this.#waiting.length > MAX_WAITING) {
      this.#waiting.shift();
      this.#log.error('audit records are lost: the database does not take them');
    }
    this.#timer ??= setTimeout(() => void this.flush(), FLUSH_AFTER_MS).unref();
  }

  /** Writes what waits. Readers of the audit call it first, so that they see their own past. */
  flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length) this.#writing = this.#writing.then(() => this.#write(batch));
    return this.#writing;
  }

  async #write(batch: AuditRecord[]): Promise<void> {
    try {
      await this.#db.run(
        `INSERT INTO audits (id, create_at, user_id, session_id, action, outcome, extra_info, ip_address)
         SELECT id, create_at, user_id, session_id, action, outcome, extra_info, ip_address
         FROM jsonb_to_recordset($1::jsonb) AS r(id text, create_at bigint, user_id text, session_id text, action text, outcome text, extra_info text, ip_address text)`,
        [JSON.stringify(batch)],
      );
    } catch (error) {
      this.#log.error({ error: (error as Error).message }, 'audit records could not be written and wait');
      this.#waiting.unshift(...batch);
    }
  }
}

// Only what names things: a field whose name ends in id, ids, name, type, roles or active and whose value is short.
function idsOf(input: unknown): string {
  if (!input || typeof input !== 'object') return '';
  const kept = Object.entries(input).filter(([key, value]) => /(^|_)(ids?|name|type|roles|active|privacy|status)$/.test(key) && !/token|secret|password/.test(key) && ['string', 'number', 'boolean'].includes(typeof value));
  return kept.map(([key, value]) => `${key}=${String(value).slice(0, 80)}`).join(' ');
}
