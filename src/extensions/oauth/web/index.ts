import { lazy } from 'react';
import { security_sections } from '#identity/sessions/web/index.ts';
import { defineWebFeature } from '#kernel/web/index.ts';

export default defineWebFeature({
  name: 'oauth',
  routes: [{ path: '/oauth/authorize', component: lazy(() => import('./components/ConsentPage.tsx')), place: 'session' }],
  slots: [security_sections.add(lazy(() => import('./components/ConnectedApps.tsx')))],
});
