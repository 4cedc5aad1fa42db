import { deliveryKind } from '#extensions/deliveries/server/feature.ts';
import { beforeTeamDeleted } from '#identity/teams/server/feature.ts';
import { userErased } from '#identity/users/server/feature.ts';
import { defineFeature, eventJournal, type Ctx } from '#kernel/server/index.ts';
import { beforeChannelsDeleted } from '#messaging/channels/server/feature.ts';
import { queuedWithPosts } from '#messaging/posts/server/feature.ts';
import { subscriptionKind } from './call-receiver.ts';
import { noteEvents, queuePosts } from './journal.ts';
import { forgetSubscriptions } from './subscriptions.cache.ts';
import { routes } from './subscriptions.routes.ts';
import { deleteSubscriptions } from './subscriptions.store.ts';

/** What happens, sent to other systems. */
export const subscriptionsFeature = defineFeature({
  name: 'subscriptions',
  area: 'extensions',
  summary: 'Subscriptions to events: whatever happens, sent signed to other systems, as far as the owner may see it.',
  tables: ['subscriptions'],
  routes,
  contributes: [
    queuedWithPosts.add(queuePosts),
    eventJournal.add(noteEvents),
    deliveryKind.add(subscriptionKind),
    userErased.add((ctx, owner_id) => close(ctx, { owner_id })),
    beforeChannelsDeleted.add((ctx, channel_ids) => close(ctx, { channel_ids })),
    beforeTeamDeleted.add((ctx, team) => close(ctx, { team_id: team.id })),
  ],
});

async function close(ctx: Ctx, of: Parameters<typeof deleteSubscriptions>[1]): Promise<void> {
  await deleteSubscriptions(ctx.db, of);
  forgetSubscriptions(ctx.app);
}
