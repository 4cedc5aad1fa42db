import { answerOk, route, type Routes } from '#kernel/server/index.ts';
import { createOutgoingWebhook } from './actions/create-outgoing-webhook.ts';
import { deleteOutgoingWebhook } from './actions/delete-outgoing-webhook.ts';
import { regenerateOutgoingWebhookToken } from './actions/regenerate-outgoing-webhook-token.ts';
import { updateOutgoingWebhook } from './actions/update-outgoing-webhook.ts';
import { getOutgoingWebhook } from './queries/get-outgoing-webhook.ts';
import { listOutgoingWebhooks } from './queries/list-outgoing-webhooks.ts';

export const routes: Routes = {
  'POST /api/v4/hooks/outgoing': { action: createOutgoingWebhook, status: 201 },
  'GET /api/v4/hooks/outgoing': listOutgoingWebhooks,
  'GET /api/v4/hooks/outgoing/:hook_id': getOutgoingWebhook,
  'PUT /api/v4/hooks/outgoing/:hook_id': updateOutgoingWebhook,
  'DELETE /api/v4/hooks/outgoing/:hook_id': route({ action: deleteOutgoingWebhook, answer: answerOk }),
  'POST /api/v4/hooks/outgoing/:hook_id/regen_token': regenerateOutgoingWebhookToken,
};
