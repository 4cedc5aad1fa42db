import { z } from 'zod';
import { inTeam } from '#identity/teams/server/feature.ts';
import { fields, query } from '#kernel/server/index.ts';
import { commandsOf, toWireCommand } from '../commands.catalogue.ts';
import { customCommandsOf } from '../custom-commands.cache.ts';
import { listedCommand } from '../custom-commands.permissions.ts';

export const listAutocompleteCommands = query({
  name: 'list-autocomplete-commands',
  summary: 'List the commands that can be completed in a team.',
  input: z.object({ team_id: fields.id() }),
  permission: inTeam('view_team'),
  run: async (ctx, { team_id }) => [
    ...[...commandsOf(ctx.app)].map(([trigger, command]) => toWireCommand(trigger, command)),
    ...(await customCommandsOf(ctx.app, team_id)).filter((command) => command.auto_complete).map(listedCommand),
  ],
});
