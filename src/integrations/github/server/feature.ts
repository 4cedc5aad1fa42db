import { incomingVendor } from '#extensions/webhooks/server/feature.ts';
import { defineFeature } from '#kernel/server/index.ts';
import { githubMessage } from './github.rules.ts';

/** What happens in GitHub, as messages. */
export const githubFeature = defineFeature({
  name: 'github',
  area: 'integrations',
  summary: 'What happens in GitHub repositories and organisations, as messages.',
  contributes: [incomingVendor.add({ name: 'github', title: 'GitHub', read: githubMessage })],
});
