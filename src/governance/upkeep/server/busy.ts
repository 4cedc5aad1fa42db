import { userError, type Action, type App, type Ctx } from '#kernel/server/index.ts';

interface Busy {
  /** In ms UTC; 0 = not busy. */
  until: number;
}

const SUBJECT = 'upkeep.busy';

// What the protocol lets a server do without while it is busy: searches and "somebody is typing".
const HEAVY = /^(search-|send-own-typing$|send-typing$|autocomplete-)/;

const states = new WeakMap<App, Busy>();

/** Whether the server counts as busy, and until when. */
export function busyState(app: App): { busy: boolean; expires: number; expires_ts?: string } {
  const { until } = states.get(app) ?? { until: 0 };
  if (until <= app.clock()) return { busy: false, expires: 0 };
  return { busy: true, expires: Math.floor(until / 1000), expires_ts: new Date(until).toISOString() };
}

/** Says on every node that the server is busy until then; 0 ends it. */
export function setBusy(app: App, until: number): void {
  app.bus.publish(SUBJECT, until);
}

export function followBusy(app: App): void {
  const state: Busy = { until: 0 };
  states.set(app, state);
  app.bus.subscribe<number>(SUBJECT, (until) => (state.until = until));
}

/** Refuses what can wait while the server is busy. */
export function refuseWhenBusy(ctx: Ctx, action: Action): void {
  if (HEAVY.test(action.name) && busyState(ctx.app).busy) throw userError('api.context.server_busy.app_error', 'The server is busy and does without this for a while. Try again later.', 503);
}
