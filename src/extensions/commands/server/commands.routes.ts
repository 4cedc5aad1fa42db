import { answerOk, route, type HttpRequest, type Routes } from '#kernel/server/index.ts';
import { createCommand } from './actions/create-command.ts';
import { deleteCommand } from './actions/delete-command.ts';
import { executeCommand } from './actions/execute-command.ts';
import { moveCommand } from './actions/move-command.ts';
import { receiveCommandAnswer } from './actions/receive-command-answer.ts';
import { regenerateCommandToken } from './actions/regenerate-command-token.ts';
import { updateCommand } from './actions/update-command.ts';
import { getCommand } from './queries/get-command.ts';
import { listAutocompleteCommands } from './queries/list-autocomplete-commands.ts';
import { listCommands } from './queries/list-commands.ts';
import { suggestCommands } from './queries/suggest-commands.ts';

export const routes: Routes = {
  'GET /api/v4/commands': listCommands,
  'POST /api/v4/commands': { action: createCommand, status: 201 },
  'POST /api/v4/commands/execute': executeCommand,
  'GET /api/v4/commands/:command_id': getCommand,
  'PUT /api/v4/commands/:command_id': updateCommand,
  'DELETE /api/v4/commands/:command_id': { action: deleteCommand, answer: answerOk },
  'PUT /api/v4/commands/:command_id/move': { action: moveCommand, answer: answerOk },
  'PUT /api/v4/commands/:command_id/regen_token': regenerateCommandToken,
  'GET /api/v4/teams/:team_id/commands/autocomplete': listAutocompleteCommands,
  'GET /api/v4/teams/:team_id/commands/autocomplete_suggestions': suggestCommands,
  'POST /hooks/commands/:answer_id': route({
    action: receiveCommandAnswer,
    is_csrf_exempt: true,
    read: (request: HttpRequest) => ({ answer_id: request.params['answer_id'], body: request.body }),
    answer: (_result, reply) => {
      reply.type('text/plain');
      return 'ok';
    },
  }),
};
