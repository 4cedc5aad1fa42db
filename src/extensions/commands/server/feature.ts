import { defineFeature } from '#kernel/server/index.ts';
import { routes } from './commands.routes.ts';
import { commands } from './general.commands.ts';

/** Lines that begin with a slash. */
export const commandsFeature = defineFeature({
  name: 'commands',
  area: 'extensions',
  summary: 'Slash commands: they are read, found, run and answered here; what they do belongs to the features.',
  routes,
  commands,
});
