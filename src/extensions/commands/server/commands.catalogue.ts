import type { App, Command } from '#kernel/server/index.ts';
import type { Command as WireCommand } from '../wire/index.ts';

const catalogues = new WeakMap<App, ReadonlyMap<string, Command>>();

/** All commands of all features by their words. */
export function commandsOf(app: App): ReadonlyMap<string, Command> {
  const known = catalogues.get(app);
  if (known) return known;
  const all = app.features.flatMap((feature) => feature.commands ?? []).flatMap((command) => [command.trigger, ...(command.aliases ?? [])].map((word) => [word, command] as const));
  const made = new Map(all.sort(([a], [b]) => (a < b ? -1 : 1)));
  catalogues.set(app, made);
  return made;
}

/** A built-in command as clients list it. */
export function toWireCommand(trigger: string, command: Command): WireCommand {
  return {
    ...{ id: '', token: '', create_at: 0, update_at: 0, delete_at: 0, creator_id: '', team_id: '', method: '', username: '', icon_url: '', description: '', url: '', plugin_id: '' },
    trigger,
    auto_complete: true,
    auto_complete_desc: command.summary,
    auto_complete_hint: command.hint,
    display_name: trigger,
  };
}
