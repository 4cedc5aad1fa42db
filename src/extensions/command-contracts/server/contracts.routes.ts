import { answerOk, type Routes } from '#kernel/server/index.ts';
import { approveCommandRequest } from './actions/approve-command-request.ts';
import { cancelCommandRequest } from './actions/cancel-command-request.ts';
import { createCommandContract } from './actions/create-command-contract.ts';
import { declineCommandRequest } from './actions/decline-command-request.ts';
import { deleteCommandContract } from './actions/delete-command-contract.ts';
import { updateCommandContract } from './actions/update-command-contract.ts';
import { listCommandContracts } from './queries/list-command-contracts.ts';
import { listCommandRequests } from './queries/list-command-requests.ts';

export const routes: Routes = {
  'GET /api/muster/v1/command_contracts': listCommandContracts,
  'POST /api/muster/v1/command_contracts': { action: createCommandContract, status: 201 },
  'PUT /api/muster/v1/command_contracts/:contract_id': updateCommandContract,
  'DELETE /api/muster/v1/command_contracts/:contract_id': { action: deleteCommandContract, answer: answerOk },
  'GET /api/muster/v1/command_requests': listCommandRequests,
  'POST /api/muster/v1/command_requests/:request_id/approve': { action: approveCommandRequest, answer: answerOk },
  'POST /api/muster/v1/command_requests/:request_id/decline': { action: declineCommandRequest, answer: answerOk },
  'POST /api/muster/v1/command_requests/:request_id/cancel': { action: cancelCommandRequest, answer: answerOk },
};
