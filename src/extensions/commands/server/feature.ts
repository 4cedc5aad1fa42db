import { userErased } from '#identity/users/server/feature.ts';
import { defineFeature } from '#kernel/server/index.ts';
import { commands } from './general.commands.ts';
import { pruneCommandAnswers } from './commands.jobs.ts';
import { routes } from './commands.routes.ts';
import { settings } from './commands.settings.ts';
import { forgetCustomCommands } from './custom-commands.cache.ts';
import { deleteCommandsOf } from './custom-commands.store.ts';

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
