import type { Sample } from '../samples.ts';

const A = '/api/v4/oauth/apps';
const O = '/api/v4/oauth/outgoing_connections';
const CONNECTION = { outgoing_oauth_connection_id: () => 'a'.repeat(26) };
const admin = 'admin' as const;
const CALLBACK = 'https://app.example.com/callback';
const app = () => ({ name: 'Dashboard', description: 'shows figures', homepage: 'https://app.example.com', callback_urls: [CALLBACK] });

export const SAMPLES_OF_OAUTH: Record<string, Sample> = {
  [`GET ${A}`]: { by: admin },
  [`POST ${A}`]: { by: admin, body: app },
  // Off unless an administrator has switched it on.
  [`POST ${A}/register`]: { body: () => ({ redirect_uris: [CALLBACK] }), status: 501 },
  [`GET ${A}/:app_id`]: { by: admin },
  [`PUT ${A}/:app_id`]: { by: admin, body: app },
  [`DELETE ${A}/:app_id`]: { by: admin },
  [`GET ${A}/:app_id/info`]: {},
  [`POST ${A}/:app_id/regen_secret`]: { by: admin },
  'GET /api/v4/users/:user_id/oauth/apps/authorized': {},
  'GET /.well-known/oauth-authorization-server': {},
  // The page is not built here.
  'GET /oauth/authorize': { status: 404 },
  'POST /oauth/authorize': { body: async (s) => ({ response_type: 'code', client_id: (await s.need('oauth_app')).id, redirect_uri: CALLBACK }) },
  'POST /oauth/deauthorize': { body: async (s) => ({ client_id: (await s.need('oauth_app')).id }) },
  // Nobody has given it a code.
  'POST /oauth/access_token': { body: () => ({ grant_type: 'authorization_code', client_id: 'a'.repeat(26) }), status: 401 },
  // Switched off unless an administrator has switched it on.
  [`GET ${O}`]: { by: admin, query: (s) => ({ team_id: s.team.id }), status: 501 },
  [`POST ${O}`]: { by: admin, body: () => ({}), status: 501 },
  [`POST ${O}/validate`]: { by: admin, body: () => ({}), status: 501 },
  [`GET ${O}/:outgoing_oauth_connection_id`]: { by: admin, params: CONNECTION, status: 501 },
  [`PUT ${O}/:outgoing_oauth_connection_id`]: { by: admin, params: CONNECTION, body: () => ({}), status: 501 },
  [`DELETE ${O}/:outgoing_oauth_connection_id`]: { by: admin, params: CONNECTION, status: 501 },
};
