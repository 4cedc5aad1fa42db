import { incomingVendor } from '#extensions/webhooks/server/feature.ts';
import { defineFeature } from '#kernel/server/index.ts';
import { pagerdutyMessage } from './pagerduty.rules.ts';

/** Incidents of PagerDuty, as messages. */
export const pagerdutyFeature = defineFeature({
  name: 'pagerduty',
  area: 'integrations',
  summary: 'Incidents of PagerDuty, as messages.',
  contributes: [incomingVendor.add({ name: 'pagerduty', title: 'PagerDuty', read: pagerdutyMessage })],
});
