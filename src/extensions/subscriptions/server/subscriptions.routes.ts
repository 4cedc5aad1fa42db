import { answerOk, route, type Routes } from '#kernel/server/index.ts';
import { createSubscription } from './actions/create-subscription.ts';
import { deleteSubscription } from './actions/delete-subscription.ts';
import { patchSubscription } from './actions/patch-subscription.ts';
import { regenerateSubscriptionSecret } from './actions/regenerate-subscription-secret.ts';
import { testSubscription } from './actions/test-subscription.ts';
import { getSubscription } from './queries/get-subscription.ts';
import { listSubscribableEvents } from './queries/list-subscribable-events.ts';
import { listSubscriptions } from './queries/list-subscriptions.ts';

export const routes: Routes = {
  'POST /api/muster/v1/subscriptions': { action: createSubscription, status: 201 },
  'GET /api/muster/v1/subscriptions': listSubscriptions,
  'GET /api/muster/v1/subscriptions/events': listSubscribableEvents,
  'GET /api/muster/v1/subscriptions/:subscription_id': getSubscription,
  'PATCH /api/muster/v1/subscriptions/:subscription_id': patchSubscription,
  'DELETE /api/muster/v1/subscriptions/:subscription_id': route({ action: deleteSubscription, answer: answerOk }),
  'POST /api/muster/v1/subscriptions/:subscription_id/regen_secret': regenerateSubscriptionSecret,
  'POST /api/muster/v1/subscriptions/:subscription_id/test': { action: testSubscription, status: 201 },
};
