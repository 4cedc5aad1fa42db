import { userErased } from '#identity/users/server/feature.ts';
import { defineFeature, type Ctx } from '#kernel/server/index.ts';
import { beforeChannelsDeleted } from '#messaging/channels/server/feature.ts';
import { forgetIncomingWebhook } from './webhooks.cache.ts';
import { routes } from './webhooks.routes.ts';
import { settings } from './webhooks.settings.ts';
import { deleteIncomingWebhooksOf } from './webhooks.store.ts';

export { firstLine, link, partsAt, quiet, shorten, textAt, valueAt, type Part } from './payload-text.ts';
export { markdownFromSlack } from './slack-message.ts';
export { incomingPayload, type ForeignPayload } from './webhooks.extensions.ts';
export { enableIconOverride, enableUsernameOverride } from './webhooks.settings.ts';

/** Addresses to which tools post. */
export const webhooksFeature = defineFeature({
  name: 'webhooks',
  area: 'extensions',
  summary: 'Incoming webhooks: addresses to which tools post messages.',
  tables: ['incoming_webhooks'],
  routes,
  settings,
  contributes: [userErased.add((ctx, user_id) => close(ctx, { user_id })), beforeChannelsDeleted.add((ctx, channel_ids) => close(ctx, { channel_ids }))],
});

async function close(ctx: Ctx, of: Parameters<typeof deleteIncomingWebhooksOf>[1]): Promise<void> {
  forgetIncomingWebhook(ctx.app, ...(await deleteIncomingWebhooksOf(ctx.db, of, ctx.now)));
}
