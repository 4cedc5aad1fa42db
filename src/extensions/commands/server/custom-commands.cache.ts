import { createCache, type App, type Cache } from '#kernel/server/index.ts';
import { readCustomCommands, type CustomCommand } from './custom-commands.store.ts';

const caches = new WeakMap<App, Cache<readonly CustomCommand[]>>();

/** The custom commands that can be run in a team: its own and those of all teams. Warm ones cost no query. */
export async function customCommandsOf(app: App, team_id: string): Promise<readonly CustomCommand[]> {
  const found = await cacheOf(app).getMany(team_id ? [team_id, ''] : ['']);
  return [...found.values()].flat();
}

/** Call after the commit that changed commands of these teams. */
export function forgetCustomCommands(app: App, ...team_ids: string[]): void {
  cacheOf(app).invalidate(...team_ids);
}

function cacheOf(app: App): Cache<readonly CustomCommand[]> {
  let cache = caches.get(app);
  if (!cache) {
    const load = async (ids: readonly string[]) => {
      const all = await readCustomCommands(app.db, ids);
      return new Map(ids.map((id) => [id, all.filter((command) => command.team_id === id)]));
    };
    caches.set(app, (cache = createCache(app.bus, { name: 'custom-commands', max: 5_000, load })));
  }
  return cache;
}
