import { userErased } from '#identity/users/server/feature.ts';
import { defineFeature } from '#kernel/server/index.ts';
import { beforeChannelsDeleted } from '#messaging/channels/server/feature.ts';
import { handleDelivery } from './actions/handle-delivery.ts';
import { commands } from './deliveries.commands.ts';
import { frames } from './deliveries.events.ts';
import { pruneDeliveries, sendDeliveries } from './deliveries.jobs.ts';
import { routes } from './deliveries.routes.ts';
import { settings } from './deliveries.settings.ts';
import { deleteDeliveriesOf } from './deliveries.store.ts';
import { checkIntegrations } from './health.jobs.ts';
import { flushDeliveries } from './recorder.ts';
import { startSender } from './sender.ts';

export type { PastDelivery, QueuedDelivery, RawRequest } from './deliveries.rows.ts';
export { deliveryKind, type DeliveryKind, type NotSent, type OutgoingCall } from './deliveries.extensions.ts';
export { deliveryUpdated } from './deliveries.events.ts';
export { requestTimeout } from './deliveries.settings.ts';
export type { DeliveryRow } from './deliveries.store.ts';
export { queueDeliveries, wakeSender } from './queue.ts';
export { flushDeliveries, recordDelivery } from './recorder.ts';

/** The ledger: every call of an integration, in either direction. */
export const deliveriesFeature = defineFeature({
  name: 'deliveries',
  area: 'extensions',
  summary: 'The ledger of calls from and to integrations: what was sent, what came back, again on request.',
  tables: ['deliveries', 'integration_states'],
  routes,
  frames,
  settings,
  actions: [handleDelivery],
  commands,
  jobs: [pruneDeliveries, sendDeliveries, checkIntegrations],
  contributes: [
    userErased.add((ctx, owner_id) => deleteDeliveriesOf(ctx.db, { owner_id })),
    beforeChannelsDeleted.add((ctx, channel_ids) => deleteDeliveriesOf(ctx.db, { channel_ids })),
  ],
  start: (app) => {
    const stop = startSender(app);
    return async () => {
      await stop();
      await flushDeliveries(app);
    };
  },
});
