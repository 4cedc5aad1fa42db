import { answerOk, route, sendWebPage, type Routes } from '#kernel/server/index.ts';
import type { AccessResponse } from '../wire/index.ts';
import { grantOAuthApp } from './actions/grant-oauth-app.ts';
import { createOAuthApp } from './actions/create-oauth-app.ts';
import { revokeOAuthApp } from './actions/revoke-oauth-app.ts';
import { deleteOAuthApp } from './actions/delete-oauth-app.ts';
import { exchangeOAuthToken } from './actions/exchange-oauth-token.ts';
import { regenerateOAuthSecret } from './actions/regenerate-oauth-secret.ts';
import { registerOAuthClient } from './actions/register-oauth-client.ts';
import { updateOAuthApp } from './actions/update-oauth-app.ts';
import { getOAuthApp } from './queries/get-oauth-app.ts';
import { getOAuthAppInfo } from './queries/get-oauth-app-info.ts';
import { getOAuthMetadata } from './queries/get-oauth-metadata.ts';
import { listAuthorizedOAuthApps } from './queries/list-authorized-oauth-apps.ts';
import { listOAuthApps } from './queries/list-oauth-apps.ts';
import { showConsentPage } from './queries/show-consent-page.ts';
import { readTokenRequest } from './read-token-request.ts';

export const oauthRoutes: Routes = {
  'GET /api/v4/oauth/apps': listOAuthApps,
  'POST /api/v4/oauth/apps': { action: createOAuthApp, status: 201 },
  'POST /api/v4/oauth/apps/register': { action: registerOAuthClient, status: 201, is_csrf_exempt: true },
  'GET /api/v4/oauth/apps/:app_id': getOAuthApp,
  'PUT /api/v4/oauth/apps/:app_id': updateOAuthApp,
  'DELETE /api/v4/oauth/apps/:app_id': route({ action: deleteOAuthApp, answer: answerOk }),
  'GET /api/v4/oauth/apps/:app_id/info': getOAuthAppInfo,
  'POST /api/v4/oauth/apps/:app_id/regen_secret': regenerateOAuthSecret,
  'GET /api/v4/users/:user_id/oauth/apps/authorized': listAuthorizedOAuthApps,
  'GET /.well-known/oauth-authorization-server': getOAuthMetadata,
  'GET /oauth/authorize': route({ action: showConsentPage, read: () => ({}), answer: (_, reply) => sendWebPage(reply) }),
  'POST /oauth/authorize': grantOAuthApp,
  'POST /oauth/deauthorize': route({ action: revokeOAuthApp, answer: answerOk }),
  'POST /oauth/access_token': route({
    action: exchangeOAuthToken,
    is_streamed: true,
    is_csrf_exempt: true,
    read: readTokenRequest,
    answer: (token: AccessResponse, reply) => {
      reply.headers({ 'cache-control': 'no-store', pragma: 'no-cache' });
      return token;
    },
  }),
};
