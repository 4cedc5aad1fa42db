import { userErased } from '#identity/users/server/feature.ts';
import { defineFeature, type Ctx } from '#kernel/server/index.ts';
import { commands } from './general.commands.ts';
import { pruneCommandAnswers } from './commands.jobs.ts';
import { routes } from './commands.routes.ts';
import { settings } from './commands.settings.ts';
import { forgetCustomCommands } from './custom-commands.cache.ts';
import { deleteCommandsOf, findCustomCommand } from './custom-commands.store.ts';

export { actionTarget, beforeCommandRun, customTarget, makeCall, type CommandTarget } from './command-targets.ts';

/** A custom command that exists. */
export function findCustomCommandById(ctx: Ctx, id: string) {
  return findCustomCommand(ctx.db, id);
}

/** Lines that begin with a slash. */
export const commandsFeature = defineFeature({
  name: 'commands',
  area: 'extensions',
  summary: 'Slash commands: they are read, found, run and answered here; what they do belongs to the features, or to the address of a custom one.',
  tables: ['custom_commands', 'command_answers'],
  routes,
  commands,
  settings,
  jobs: [pruneCommandAnswers],
  contributes: [
    userErased.add(async (ctx, user_id) => {
      const team_ids = await deleteCommandsOf(ctx.db, user_id);
      if (team_ids.length) forgetCustomCommands(ctx.app, ...team_ids);
    }),
  ],
});
