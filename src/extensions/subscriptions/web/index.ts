import { lazy } from 'react';
import { integration_slots } from '#extensions/webhooks/web/index.ts';
import { defineWebFeature } from '#kernel/web/index.ts';
import { subscription_messages } from './subscriptions.messages.ts';

// Loaded with the page: few people see it.
const SubscriptionsTab = lazy(() => import('./components/SubscriptionsTab.tsx'));

export default defineWebFeature({
  name: 'subscriptions',
  slots: [integration_slots.tab.add({ name: 'subscriptions', label: subscription_messages.subscriptions, component: SubscriptionsTab })],
});
