import type { Routes } from '#kernel/server/index.ts';
import { executeCommand } from './actions/execute-command.ts';
import { listAutocompleteCommands } from './queries/list-autocomplete-commands.ts';
import { suggestCommands } from './queries/suggest-commands.ts';

export const routes: Routes = {
  'POST /api/v4/commands/execute': executeCommand,
  'GET /api/v4/teams/:team_id/commands/autocomplete': listAutocompleteCommands,
  'GET /api/v4/teams/:team_id/commands/autocomplete_suggestions': suggestCommands,
};
