import { incomingVendor } from '#extensions/webhooks/server/feature.ts';
import { defineFeature } from '#kernel/server/index.ts';
import { grafanaMessage } from './grafana.rules.ts';

/** Alerts of Grafana, as messages. */
export const grafanaFeature = defineFeature({
  name: 'grafana',
  area: 'integrations',
  summary: 'Alerts of Grafana, as messages.',
  contributes: [incomingVendor.add({ name: 'grafana', title: 'Grafana', read: grafanaMessage })],
});
