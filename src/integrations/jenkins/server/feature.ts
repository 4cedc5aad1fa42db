import { incomingVendor } from '#extensions/webhooks/server/feature.ts';
import { defineFeature } from '#kernel/server/index.ts';
import { jenkinsMessage } from './jenkins.rules.ts';

/** Builds of Jenkins, as messages. */
export const jenkinsFeature = defineFeature({
  name: 'jenkins',
  area: 'integrations',
  summary: 'Builds of Jenkins, as messages.',
  contributes: [incomingVendor.add({ name: 'jenkins', title: 'Jenkins', read: jenkinsMessage })],
});
