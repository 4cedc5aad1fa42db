import type { Logger } from 'pino';
import type { App } from './app.ts';
import type { Database } from './db/database.ts';
import type { EventType } from './events.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Settings } from './settings.ts';

/** Who acts: a person, a bot, or nobody yet. */
export interface Actor {
  /** '' when nobody is signed in. */
  readonly user_id: string;
  readonly session_id: string;
  /** Names of the system-wide roles. */
  readonly roles: readonly string[];
  readonly is_bot: boolean;
  readonly is_guest: boolean;
  /** What the authenticator knows besides, e.g. the CSRF token. */
  readonly props: Readonly<Record<string, string>>;
}

/** Where the call came from. Empty strings where an entry point has no such thing. */
export interface Origin {
  readonly request_id: string;
  readonly ip: string;
  readonly user_agent: string;
  /** The caller's own WebSocket connection, so that events can leave it out. */
  readonly connection_id: string;
  readonly locale: string;
}

/** What every action gets first. */
export interface Ctx {
  readonly app: App;
  readonly actor: Actor;
  readonly origin: Origin;
  readonly db: Database;
  readonly settings: Settings;
  /** Work and timers that must survive this process. */
  readonly jobs: Jobs;
  readonly log: Logger;
  /** The time of this call in ms UTC; the same for the whole call. */
  readonly now: number;
  /** Queues an event; it leaves after the action has succeeded. */
  emit<P>(event: EventType<P>, payload: P): void;
  /** What the audit record of this call says besides the ids of its input. Never a secret, nor what people write. */
  readonly notes: string[];
}

/** Nobody: the actor of a call without a session. */
export const NOBODY: Actor = { user_id: '', session_id: '', roles: [], is_bot: false, is_guest: false, props: {} };

/** The system itself: the actor of start-up steps, jobs and listeners. It passes every permission rule of the roles feature. */
export const SYSTEM: Actor = { user_id: '', session_id: 'system', roles: ['system_admin'], is_bot: false, is_guest: false, props: {} };

/** The origin of what no request caused. */
export const INTERNAL: Origin = { request_id: '', ip: '', user_agent: '', connection_id: '', locale: 'en' };
