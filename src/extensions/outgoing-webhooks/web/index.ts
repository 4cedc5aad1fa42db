import { lazy } from 'react';
import { integration_slots } from '#extensions/webhooks/web/index.ts';
import { defineWebFeature } from '#kernel/web/index.ts';
import { outgoing_messages } from './outgoing.messages.ts';

// Loaded with the page: few people see it.
const OutgoingTab = lazy(() => import('./components/OutgoingTab.tsx'));

export default defineWebFeature({
  name: 'outgoing-webhooks',
  slots: [integration_slots.tab.add({ name: 'outgoing', label: outgoing_messages.outgoing, component: OutgoingTab })],
});
