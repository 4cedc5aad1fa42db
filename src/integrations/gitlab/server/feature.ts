import { incomingVendor } from '#extensions/webhooks/server/feature.ts';
import { defineFeature } from '#kernel/server/index.ts';
import { gitlabMessage } from './gitlab.rules.ts';

/** What happens in GitLab projects and groups, as messages. */
export const gitlabFeature = defineFeature({
  name: 'gitlab',
  area: 'integrations',
  summary: 'What happens in GitLab projects and groups, as messages.',
  contributes: [incomingVendor.add({ name: 'gitlab', title: 'GitLab', read: gitlabMessage })],
});
