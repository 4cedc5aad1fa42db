import { answerOk, route, type Routes } from '#kernel/server/index.ts';
import { createIncomingWebhook } from './actions/create-incoming-webhook.ts';
import { deleteIncomingWebhook } from './actions/delete-incoming-webhook.ts';
import { deleteWebhookPost } from './actions/delete-webhook-post.ts';
import { patchWebhookPost } from './actions/patch-webhook-post.ts';
import { patchWebhookOptions } from './actions/patch-webhook-options.ts';
import { previewWebhook } from './actions/preview-webhook.ts';
import { receiveWebhook } from './actions/receive-webhook.ts';
import { rotateIncomingWebhook } from './actions/rotate-incoming-webhook.ts';
import { testIncomingWebhook } from './actions/test-incoming-webhook.ts';
import { updateIncomingWebhook } from './actions/update-incoming-webhook.ts';
import { getIncomingWebhook } from './queries/get-incoming-webhook.ts';
import { getWebhookOptions } from './queries/get-webhook-options.ts';
import { listIncomingWebhooks } from './queries/list-incoming-webhooks.ts';
import { listWebhookVendors } from './queries/list-webhook-vendors.ts';
import { readCall } from './read-call.ts';

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
    read: readCall,
    answer: (receipt, reply, request) => {
      if (request.query['return'] === 'post') return receipt;
      reply.type('text/plain');
      return 'ok';
    },
  }),
  'PATCH /hooks/:hook_id/posts/:post_id': { action: patchWebhookPost, is_streamed: true, is_csrf_exempt: true, read: readCall },
  'DELETE /hooks/:hook_id/posts/:post_id': { action: deleteWebhookPost, is_streamed: true, is_csrf_exempt: true, read: readCall, answer: answerOk },
  'GET /api/muster/v1/hooks/vendors': listWebhookVendors,
  'GET /api/muster/v1/hooks/incoming/:hook_id/options': getWebhookOptions,
  'PATCH /api/muster/v1/hooks/incoming/:hook_id/options': patchWebhookOptions,
  'POST /api/muster/v1/hooks/incoming/:hook_id/preview': previewWebhook,
  'POST /api/muster/v1/hooks/incoming/:hook_id/rotate': rotateIncomingWebhook,
  'POST /api/muster/v1/hooks/incoming/:hook_id/test': testIncomingWebhook,
};
