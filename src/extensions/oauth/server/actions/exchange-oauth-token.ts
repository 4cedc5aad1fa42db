import { z } from 'zod';
import { openOAuthSession, revokeSession } from '#identity/sessions/server/feature.ts';
import { getUser } from '#identity/users/server/feature.ts';
import { action, anyone, newToken, type Ctx } from '#kernel/server/index.ts';
import type { AccessResponse, OAuthApp } from '../../wire/index.ts';
import { OAuthError, refuseClient, refuseGrant } from '../oauth.errors.ts';
import { demandProvider } from '../oauth.permissions.ts';
import { hashOf, isSame, provesChallenge } from '../oauth.rules.ts';
import { findApp, insertToken, sessionsBegunBy, takeCode, takeRefresh, type TokenRow } from '../oauth.store.ts';

const text = () => z.string().max(2_048).nullish().transform((value) => value ?? '');
const input = z.object({ grant_type: text(), code: text(), refresh_token: text(), redirect_uri: text(), client_id: text(), client_secret: text(), code_verifier: text() });
type Asked = z.output<typeof input>;

/** Gives an app a token for a code or a refresh token. */
export const exchangeOAuthToken = action({
  name: 'exchange-oauth-token',
  summary: 'Give an app the token with which it acts for a person.',
  input,
  permission: anyone('the app proves itself by its secret or the verifier, the person by the code'),
  run: async (ctx, asked): Promise<AccessResponse> => {
    demandProvider(ctx);
    const app = await appOf(ctx, asked);
    if (asked.grant_type === 'authorization_code') return exchangeCode(ctx, app, asked);
    if (asked.grant_type === 'refresh_token') return exchangeRefresh(ctx, app, asked);
    throw new OAuthError('unsupported_grant_type', 'api.oauth.get_access_token.bad_grant.app_error', 'grant_type must be authorization_code or refresh_token.');
  },
});

async function appOf(ctx: Ctx, { client_id, client_secret }: Asked): Promise<OAuthApp> {
  const app = client_id ? await findApp(ctx.db, client_id) : undefined;
  if (!app) throw refuseClient();
  if (app.client_secret ? !isSame(ctx.app.secrets.open(app.client_secret) ?? newToken(), client_secret) : client_secret) throw refuseClient();
  return app;
}

async function exchangeCode(ctx: Ctx, app: OAuthApp, { code, redirect_uri, code_verifier }: Asked): Promise<AccessResponse> {
  const hash = hashOf(code);
  const row = code ? await takeCode(ctx.db, hash, app.id, ctx.now) : undefined;
  if (!row) {
    // Whoever sends a code again has it from somewhere: what it opened ends.
    if (code) await end(ctx, app, hash);
    throw refuseGrant('expired_code', 'The code is wrong, or was used already. Ask the person again.');
  }
  if (row.expires_at <= ctx.now) throw refuseGrant('expired_code', 'The code has expired. Ask the person again.');
  if (row.redirect_uri !== redirect_uri) throw refuseGrant('redirect_uri', 'redirect_uri must be the one that the code was given for.');
  const is_proven = row.code_challenge ? provesChallenge(row.code_challenge, code_verifier) : !code_verifier;
  if (!is_proven) throw refuseGrant('pkce', 'code_verifier is not the one whose challenge the code was given for.');
  return begin(ctx, app, { user_id: row.user_id, scope: row.scope, code_hash: hash, previous_refresh_hash: '' });
}

async function exchangeRefresh(ctx: Ctx, app: OAuthApp, { refresh_token }: Asked): Promise<AccessResponse> {
  const hash = hashOf(refresh_token);
  const row = refresh_token && app.client_secret ? await takeRefresh(ctx.db, hash, app.id) : undefined;
  if (!row) {
    if (refresh_token) await end(ctx, app, hash);
    throw refuseGrant('refresh_token', 'The refresh token is wrong, or was used already. Ask the person again.');
  }
  await revokeSession(ctx, row.session_id);
  return begin(ctx, app, { user_id: row.user_id, scope: row.scope, code_hash: row.code_hash, previous_refresh_hash: hash });
}

async function begin(ctx: Ctx, app: OAuthApp, from: Pick<TokenRow, 'user_id' | 'scope' | 'code_hash' | 'previous_refresh_hash'>): Promise<AccessResponse> {
  const user = await getUser(ctx.app, from.user_id);
  if (!user || user.delete_at > 0) throw refuseGrant('user', 'The account is not active any more.');
  const session = await openOAuthSession(ctx, user, app);
  const refresh_token = app.client_secret ? newToken() : '';
  await insertToken(ctx.db, { ...from, session_id: session.id, client_id: app.id, refresh_hash: refresh_token && hashOf(refresh_token) });
  return { access_token: session.token, token_type: 'bearer', expires_in: Math.floor((session.expires_at - ctx.now) / 1000), scope: from.scope, ...(refresh_token && { refresh_token }) };
}

async function end(ctx: Ctx, app: OAuthApp, hash: string): Promise<void> {
  const sessions = await sessionsBegunBy(ctx.db, hash, app.id);
  for (const session_id of sessions) await revokeSession(ctx, session_id);
}
