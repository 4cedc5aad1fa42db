import { incomingVendor } from '#extensions/webhooks/server/feature.ts';
import { defineFeature } from '#kernel/server/index.ts';
import { alertmanagerMessage, alertmanagerSubject } from './alertmanager.rules.ts';

export { isAlertGroup, readAlertGroup, type AlertGroup } from './alerts.rules.ts';

/** Alerts of Prometheus Alertmanager, as messages. */
export const alertmanagerFeature = defineFeature({
  name: 'alertmanager',
  area: 'integrations',
  summary: 'Alerts of Prometheus Alertmanager, as messages.',
  contributes: [incomingVendor.add({ name: 'alertmanager', title: 'Alertmanager', read: alertmanagerMessage, refine: alertmanagerSubject })],
});
