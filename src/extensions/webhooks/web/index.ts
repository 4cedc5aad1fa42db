import { lazy } from 'react';
import { team_slots } from '#identity/teams/web/index.ts';
import { defineWebFeature } from '#kernel/web/index.ts';
import { IntegrationsMenuItem } from './components/IntegrationsMenuItem.tsx';
import { webhook_messages } from './webhooks.messages.ts';
import { integration_slots } from './webhooks.slots.ts';

export { CallLog } from './components/CallLog.tsx';
export { IntegrationItem, IntegrationSection, Literal } from './components/IntegrationItem.tsx';
export { IntegrationList, type IntegrationRow } from './components/IntegrationList.tsx';
export { integration_slots, type IntegrationTab } from './webhooks.slots.ts';

// Loaded with the page: few people see it.
const IncomingTab = lazy(() => import('./components/IncomingTab.tsx'));
const page = lazy(() => import('./components/IntegrationsPage.tsx'));

export default defineWebFeature({
  name: 'webhooks',
  routes: [{ path: '/:team/integrations', component: page, place: 'frame' }, { path: '/:team/integrations/:tab', component: page, place: 'frame' }],
  slots: [team_slots.menu.add(IntegrationsMenuItem), integration_slots.tab.add({ name: 'incoming', label: webhook_messages.incoming, component: IncomingTab })],
});
