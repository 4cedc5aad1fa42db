import { answerOk, route, type Routes } from '#kernel/server/index.ts';
import { createIncomingWebhook } from './actions/create-incoming-webhook.ts';
import { deleteIncomingWebhook } from './actions/delete-incoming-webhook.ts';
import { receiveWebhook } from './actions/receive-webhook.ts';
import { updateIncomingWebhook } from './actions/update-incoming-webhook.ts';
import { getIncomingWebhook } from './queries/get-incoming-webhook.ts';
import { listIncomingWebhooks } from './queries/list-incoming-webhooks.ts';
import { readPayload } from './read-payload.ts';
import { maxPayload } from './webhooks.settings.ts';

export const routes: Routes = {
  'POST /api/v4/hooks/incoming': { action: createIncomingWebhook, status: 201 },
  'GET /api/v4/hooks/incoming': listIncomingWebhooks,
  'GET /api/v4/hooks/incoming/:hook_id': getIncomingWebhook,
  'PUT /api/v4/hooks/incoming/:hook_id': { action: updateIncomingWebhook, status: 201 },
  'DELETE /api/v4/hooks/incoming/:hook_id': { action: deleteIncomingWebhook, answer: answerOk },
  'POST /hooks/:hook_id': route({
    action: receiveWebhook,
    is_streamed: true,
    is_csrf_exempt: true,
    read: async (request, ctx) => ({ hook_id: request.params['hook_id'], headers: request.headers, body: await readPayload(request, ctx.settings.get(maxPayload)) }),
    answer: (_result, reply) => {
      reply.type('text/plain');
      return 'ok';
    },
  }),
};
