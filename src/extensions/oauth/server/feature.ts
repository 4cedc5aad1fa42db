import { actionGuard, defineFeature } from '#kernel/server/index.ts';
import { removeOldCodes } from './oauth.jobs.ts';
import { guardTokens } from './oauth.permissions.ts';
import { oauthRoutes } from './oauth.routes.ts';
import { settings } from './oauth.settings.ts';

/** Programs of others that act for people, by OAuth 2. */
export const oauthFeature = defineFeature({
  name: 'oauth',
  area: 'extensions',
  summary: 'Programs of others that act for people, by OAuth 2.',
  tables: ['oauth_apps', 'oauth_grants', 'oauth_codes', 'oauth_tokens'],
  routes: oauthRoutes,
  settings,
  jobs: [removeOldCodes],
  contributes: [actionGuard.add(guardTokens)],
});
