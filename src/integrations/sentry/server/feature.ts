import { incomingVendor } from '#extensions/webhooks/server/feature.ts';
import { defineFeature } from '#kernel/server/index.ts';
import { sentryMessage } from './sentry.rules.ts';

/** Errors and alerts of Sentry, as messages. */
export const sentryFeature = defineFeature({
  name: 'sentry',
  area: 'integrations',
  summary: 'Errors and alerts of Sentry, as messages.',
  contributes: [incomingVendor.add({ name: 'sentry', title: 'Sentry', read: sentryMessage })],
});
