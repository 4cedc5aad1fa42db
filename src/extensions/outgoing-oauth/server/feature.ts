import { defineFeature } from '#kernel/server/index.ts';
import { routes } from './outgoing-oauth.routes.ts';
import { enableConnections } from './outgoing-oauth.settings.ts';

export { authorizationFor } from './connections.tokens.ts';

/** How this server proves itself where it calls out. */
export const outgoingOAuthFeature = defineFeature({
  name: 'outgoing-oauth',
  area: 'extensions',
  summary: 'How this server proves itself where it calls out.',
  tables: ['outgoing_oauth_connections'],
  routes,
  settings: [enableConnections],
});
