import { deliveryKind } from '#extensions/deliveries/server/feature.ts';
import { beforeTeamDeleted } from '#identity/teams/server/feature.ts';
import { userErased } from '#identity/users/server/feature.ts';
import { defineFeature, type Ctx } from '#kernel/server/index.ts';
import { beforeChannelsDeleted } from '#messaging/channels/server/feature.ts';
import { queuedWithPosts } from '#messaging/posts/server/feature.ts';
import { outgoingWebhookKind } from './call-receiver.ts';
import { forgetHooks } from './outgoing-webhooks.cache.ts';
import { routes } from './outgoing-webhooks.routes.ts';
import { settings } from './outgoing-webhooks.settings.ts';
import { deleteOutgoingWebhooks } from './outgoing-webhooks.store.ts';
import { queueCalls } from './queue-calls.ts';

/** Messages that are sent to other systems. */
export const outgoingWebhooksFeature = defineFeature({
  name: 'outgoing-webhooks',
  area: 'extensions',
  summary: 'Outgoing webhooks: messages of open channels that are sent to other systems, and their answers.',
  tables: ['outgoing_webhooks'],
  routes,
  settings,
  contributes: [
    queuedWithPosts.add(queueCalls),
    deliveryKind.add(outgoingWebhookKind),
    userErased.add((ctx, creator_id) => close(ctx, { creator_id })),
    beforeChannelsDeleted.add((ctx, channel_ids) => close(ctx, { channel_ids })),
    beforeTeamDeleted.add((ctx, team) => close(ctx, { team_id: team.id })),
  ],
});

async function close(ctx: Ctx, of: Parameters<typeof deleteOutgoingWebhooks>[1]): Promise<void> {
  await deleteOutgoingWebhooks(ctx.db, of, ctx.now);
  forgetHooks(ctx.app);
}
