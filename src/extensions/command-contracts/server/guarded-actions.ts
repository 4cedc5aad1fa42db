import { SYSTEM, userError, type Action, type App, type Ctx } from '#kernel/server/index.ts';
import { actionOfKey } from '#extensions/interactions/server/feature.ts';
import { readContracts } from './contracts.store.ts';

const CHANGED = 'command-contracts.changed';

const guarded = new WeakMap<App, ReadonlySet<Action>>();
/** Calls whose command has fulfilled its contract: made in this process, so that no request can claim it. */
const fulfilled = new WeakMap<Ctx, Action | true>();

/** Keeps in memory which actions have a contract, so that all others cost nothing. */
export async function startGuarding(app: App): Promise<void> {
  const load = async () => {
    const keys = (await readContracts(app.db)).flatMap(({ target }) => (target.startsWith('action:') ? [target.slice('action:'.length)] : []));
    guarded.set(app, new Set(keys.flatMap((key) => actionOfKey(app, key) ?? [])));
  };
  await load();
  app.bus.subscribe(CHANGED, () => void load().catch((error: unknown) => app.log.error({ err: error }, 'the contracts of commands could not be read again')));
}

/** Call after the commit that changed contracts; on this node it is in force when it returns. */
export async function contractsChanged(app: App): Promise<void> {
  const keys = (await readContracts(app.db)).flatMap(({ target }) => (target.startsWith('action:') ? [target.slice('action:'.length)] : []));
  guarded.set(app, new Set(keys.flatMap((key) => actionOfKey(app, key) ?? [])));
  app.bus.publish(CHANGED, null);
}

/** Notes that a call may run what has a contract. */
export function markFulfilled(ctx: Ctx, action: Action | true): void {
  fulfilled.set(ctx, action);
}

export function isFulfilled(ctx: Ctx): boolean {
  return fulfilled.has(ctx);
}

/** Refuses actions with a contract, whatever the way in, unless their command has fulfilled it. */
export function guardAction(ctx: Ctx, action: Action): void {
  if (ctx.actor === SYSTEM || !guarded.get(ctx.app)?.has(action) || fulfilled.get(ctx) === action) return;
  throw userError('api.muster.command_contract.needed.app_error', `This needs to be asked for by the command /${action.name}, under the contract that it has.`, 403);
}
