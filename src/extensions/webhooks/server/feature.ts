import { deliveryKind } from '#extensions/deliveries/server/feature.ts';
import { userErased } from '#identity/users/server/feature.ts';
import { defineFeature, type Ctx } from '#kernel/server/index.ts';
import { beforeChannelsDeleted } from '#messaging/channels/server/feature.ts';
import { flushLivingMessage, stopFlushing } from './living.ts';
import { genericVendor } from './generic.vendor.ts';
import { incomingCalls } from './ledger.ts';
import { forgetIncomingWebhook } from './webhooks.cache.ts';
import { incomingVendor } from './webhooks.extensions.ts';
import { sweepWebhooks } from './webhooks.jobs.ts';
import { routes } from './webhooks.routes.ts';
import { settings } from './webhooks.settings.ts';
import { deleteIncomingWebhooksOf } from './webhooks.store.ts';

export { firstLine, link, partsAt, quiet, shorten, textAt, valueAt, type Part } from './payload-text.ts';
export { RESERVED_PROPS, splitText } from './post-payload.ts';
export { markdownFromSlack } from './slack-message.ts';
export { incomingVendor, type ForeignPayload, type IncomingVendor } from './webhooks.extensions.ts';
export { enableIconOverride, enableUsernameOverride } from './webhooks.settings.ts';

/** Addresses to which tools post. */
export const webhooksFeature = defineFeature({
  name: 'webhooks',
  area: 'extensions',
  summary: 'Incoming webhooks: addresses to which tools post messages.',
  tables: ['incoming_webhooks', 'incoming_webhook_options', 'webhook_messages', 'webhook_updates', 'webhook_threads', 'webhook_posts', 'webhook_calls'],
  routes,
  settings,
  jobs: [flushLivingMessage, sweepWebhooks],
  contributes: [
    deliveryKind.add(incomingCalls),
    incomingVendor.add(genericVendor),
    userErased.add((ctx, user_id) => close(ctx, { user_id })),
    beforeChannelsDeleted.add((ctx, channel_ids) => close(ctx, { channel_ids })),
  ],
  start: (app) => () => stopFlushing(app),
});

async function close(ctx: Ctx, of: Parameters<typeof deleteIncomingWebhooksOf>[1]): Promise<void> {
  forgetIncomingWebhook(ctx.app, ...(await deleteIncomingWebhooksOf(ctx.db, of, ctx.now)));
}
