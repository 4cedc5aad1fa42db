import { z } from 'zod';
import { inTeam } from '#identity/teams/server/feature.ts';
import { fields, query } from '#kernel/server/index.ts';
import { commandsOf, toWireCommand } from '../commands.catalogue.ts';

export const listAutocompleteCommands = query({
  name: 'list-autocomplete-commands',
  summary: 'List the commands that can be completed in a team.',
  input: z.object({ team_id: fields.id() }),
  permission: inTeam('view_team'),
  run: (ctx) => [...commandsOf(ctx.app)].map(([trigger, command]) => toWireCommand(trigger, command)),
});
