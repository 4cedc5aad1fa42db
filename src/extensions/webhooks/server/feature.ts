import { defineFeature } from '#kernel/server/index.ts';
import { routes } from './webhooks.routes.ts';
import { settings } from './webhooks.settings.ts';

export { incomingPayload, type ForeignPayload } from './webhooks.extensions.ts';

/** Addresses to which tools post. */
export const webhooksFeature = defineFeature({
  name: 'webhooks',
  area: 'extensions',
  summary: 'Incoming webhooks: addresses to which tools post messages.',
  tables: ['incoming_webhooks'],
  routes,
  settings,
});
