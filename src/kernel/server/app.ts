import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Action } from './action.ts';
import { AuditLog } from './audit.ts';
import { createLocalBus, type Bus } from './bus.ts';
import { INTERNAL, NOBODY, SYSTEM, type Actor, type Ctx, type Origin } from './context.ts';
import type { Database } from './db/database.ts';
import { AppError, permissionError, sessionError } from './errors.ts';
import { eventJournal, type EventType, type FrameRule, type Happening, type Listener } from './events.ts';
import { extensionPoint, type ExtensionPoint } from './extension-point.ts';
import type { Feature } from './feature.ts';
import type { FileStore } from './files/file-store.ts';
import { parseInput } from './http/input.ts';
import { Jobs } from './jobs/jobs.ts';
import type { JobTimings } from './jobs/runner.ts';
import type { Frame } from './realtime/frame.ts';
import { Hub } from './realtime/hub.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';

/** What an authenticator looks at. */
export interface Credentials {
  readonly headers: IncomingHttpHeaders;
  readonly method: string;
  readonly query: Record<string, string | string[] | undefined>;
  readonly is_csrf_exempt?: boolean;
  /** Adds cookies to the answer; absent where there is none. */
  setCookies?(cookies: string[]): void;
}

/** Tells who a request comes from: an actor, or null if its credentials name nobody. The first that knows wins. */
export const authenticator = extensionPoint<(app: App, credentials: Credentials) => Promise<Actor | null>>('kernel.authenticator');

/** A check before every action, such as "two-factor must be set up first": throws to refuse. */
export const actionGuard = extensionPoint<(ctx: Ctx, action: Action) => void | Promise<void>>('kernel.action-guard');

export interface AppOptions {
  readonly features: readonly Feature[];
  readonly db: Database;
  readonly settings: Settings;
  readonly files: FileStore;
  readonly secrets: Secrets;
  readonly log: Logger;
  /** Where the log is kept besides standard error. */
  readonly log_file?: string;
  readonly site_url: string;
  readonly version: string;
  /** Time in ms; tests bring their own. */
  readonly clock?: () => number;
  readonly job_timings?: Partial<JobTimings>;
}

/** The running product: what the entry points and features share. Made once, never global. */
export class App {
  readonly features: readonly Feature[];
  readonly db: Database;
  readonly settings: Settings;
  readonly files: FileStore;
  /** Encrypts what must not be readable in the database. */
  readonly secrets: Secrets;
  readonly log: Logger;
  /** Where the log is kept besides standard error. */
  readonly log_file: string | undefined;
  readonly bus: Bus;
  readonly hub = new Hub();
  readonly audit: AuditLog;
  readonly jobs: Jobs;
  readonly version: string;
  readonly node_id = randomBytes(6).toString('hex');
  readonly socket_actions: ReadonlyMap<string, Action>;
  /** The address under which people reach this server, without a slash at the end. */
  site_url: string;
  /** The current time in ms UTC. */
  readonly clock: () => number;
  /** `X-Version-ID` of the protocol; a feature that knows the client config refines it. */
  version_id: () => string;
  readonly #frames = new Map<string, FrameRule[]>();
  readonly #listeners = new Map<string, Listener[]>();
  readonly #extensions = new Map<string, unknown[]>();
  readonly #running = new Set<Promise<void>>();

  constructor(options: AppOptions) {
    this.features = options.features;
    this.db = options.db;
    this.settings = options.settings;
    this.files = options.files;
    this.secrets = options.secrets;
    this.log = options.log;
    this.log_file = options.log_file;
    this.site_url = options.site_url;
    this.version = options.version;
    this.version_id = () => `${options.version}.${options.version}..true`;
    this.clock = options.clock ?? Date.now;
    this.bus = createLocalBus(options.log);
    this.audit = new AuditLog(options.db, options.log);
    this.jobs = new Jobs(this, options.job_timings);
    for (const feature of options.features) {
      for (const rule of feature.frames ?? []) pushTo(this.#frames, rule.event.name, rule);
      for (const listener of feature.listeners ?? []) pushTo(this.#listeners, listener.event.name, listener);
      for (const { point, value } of feature.contributes ?? []) pushTo(this.#extensions, point, value);
    }
    this.socket_actions = new Map(options.features.flatMap((f) => Object.entries(f.socket ?? {})));
  }

  /** What the features contributed to an extension point, in the order of the catalogue. */
  all<T>(point: ExtensionPoint<T>): readonly T[] {
    return (this.#extensions.get(point.name) ?? []) as T[];
  }

  /** Who sent this request; `NOBODY` if nobody is signed in. */
  async identify(credentials: Credentials): Promise<Actor> {
    for (const identify of this.all(authenticator)) {
      const actor = await identify(this, credentials);
      if (actor) return actor;
    }
    return NOBODY;
  }

  /** The context of one call. */
  ctx(actor: Actor, origin: Origin): Ctx & { readonly events: { event: EventType<any>; payload: any }[] } {
    const events: { event: EventType<any>; payload: any }[] = [];
    return { app: this, actor, origin, db: this.db, settings: this.settings, jobs: this.jobs, log: this.log, now: this.clock(), notes: [], events, emit: (event, payload) => void events.push({ event, payload }) };
  }

  /** The context of the system itself, for start-up, jobs and listeners. */
  systemCtx(): Ctx & { readonly events: { event: EventType<any>; payload: any }[] } {
    return this.ctx(SYSTEM, INTERNAL);
  }

  /** Refuses a call without a session unless the action is open to anyone. */
  demandSession(ctx: Ctx, action: Action): void {
    if (!ctx.actor.user_id && ctx.actor !== SYSTEM && action.permission.scope !== 'anyone') throw sessionError();
  }

  /** Runs an action in the kernel's fixed order, the same for all entry points. */
  async execute<I, O>(ctx: Ctx, action: Action<I, O>, raw: unknown, refuse?: (issue: z.core.$ZodIssue | undefined) => AppError): Promise<O> {
    let input: unknown = raw;
    try {
      this.demandSession(ctx, action);
      for (const guard of this.all(actionGuard)) await guard(ctx, action);
      input = parseInput(action, raw, refuse);
      if (!(await action.permission.check(ctx, input as I))) throw permissionError(ctx.actor.user_id, action.permission.ids);
      const result = await action.run(ctx, input as I);
      const leaving = this.#leave(ctx);
      if (leaving) await leaving;
      if (action.kind === 'action' && !action.unaudited) this.audit.record(ctx, action, input, 'success');
      return result;
    } catch (error) {
      if (action.kind === 'action' && !action.unaudited) this.audit.record(ctx, action, input, error instanceof AppError ? error.id : 'error');
      throw error;
    }
  }

  /** Sends an event at once: its frames to the sockets, itself to the listeners. Call it after the commit. */
  publish<P>(event: EventType<P>, payload: P): void {
    this.#track(this.#note([{ event, payload }]));
    this.#send(event, payload);
  }

  /** What connected clients see of an event; `[]` where none does. */
  framesOf<P>({ event, payload }: Happening<P>): Frame[] {
    return (this.#frames.get(event.name) ?? []).flatMap((rule) => rule.frames(payload) ?? []);
  }

  /** Names of the events of which clients see something, in alphabetical order. */
  get event_names(): string[] {
    return [...this.#frames.keys()].sort();
  }

  #send<P>(event: EventType<P>, payload: P): void {
    for (const rule of this.#frames.get(event.name) ?? []) this.#deliver(rule, payload);
    for (const listener of this.#listeners.get(event.name) ?? []) this.#react(listener, payload);
  }

  /** Waits until all reactions to events have ended. */
  async settle(): Promise<void> {
    while (this.#running.size) await Promise.all(this.#running);
    await this.audit.flush();
  }

  // The action is committed: a frame that cannot be made is a bug to note, not a reason to fail.
  #deliver<P>(rule: FrameRule<P>, payload: P): void {
    try {
      const frames = rule.frames(payload);
      for (const frame of Array.isArray(frames) ? frames : frames ? [frames] : []) this.hub.deliver(frame);
    } catch (error) {
      this.log.error({ err: error, event: rule.event.name }, 'the frames of an event could not be made');
    }
  }

  #react<P>(listener: Listener<P>, payload: P): void {
    const ctx = this.systemCtx();
    const work = (async () => {
      try {
        await listener.run(ctx, payload);
        await this.#leave(ctx);
      } catch (error) {
        this.log.error({ err: error, event: listener.event.name }, 'a reaction to an event failed');
      }
    })();
    this.#track(work);
  }

  #track(work: Promise<void> | undefined): void {
    if (!work) return;
    this.#running.add(work);
    void work.finally(() => this.#running.delete(work));
  }

  #leave(ctx: Ctx): Promise<void> | undefined {
    const { events } = ctx as ReturnType<App['ctx']>;
    if (!events.length) return undefined;
    const leaving = events.splice(0);
    const send = () => {
      for (const { event, payload } of leaving) this.#send(event, payload);
    };
    const noted = this.#note(leaving);
    if (noted) return noted.then(send);
    send();
    return undefined;
  }

  // What has happened has happened: a journal that fails is told to the administrator, not to the caller.
  #note(happenings: readonly Happening[]): Promise<void> | undefined {
    const notes = this.all(eventJournal).flatMap((note) => note(this, happenings) ?? []);
    if (!notes.length) return undefined;
    return Promise.all(notes).then(() => {}, (error: unknown) => this.log.error({ err: error, events: happenings.map(({ event }) => event.name) }, 'events could not be noted for those who must hear of them'));
  }
}

function pushTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
