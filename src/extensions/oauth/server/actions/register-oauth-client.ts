import { z } from 'zod';
import { action, anyone, newId, newToken } from '#kernel/server/index.ts';
import type { OAuthApp } from '../../wire/index.ts';
import { OAuthError } from '../oauth.errors.ts';
import { demandProvider } from '../oauth.permissions.ts';
import { checkApp, fitsPattern, isWebAddress } from '../oauth.rules.ts';
import { enableRegistration, redirectAllowlist } from '../oauth.settings.ts';
import { insertApp } from '../oauth.store.ts';

const METHODS = ['client_secret_post', 'client_secret_basic', 'none'];

/** A program registers itself (RFC 7591). */
export const registerOAuthClient = action({
  name: 'register-oauth-client',
  summary: 'A program registers itself, where the settings allow that.',
  input: z.object({ redirect_uris: z.array(z.string()).nullish(), token_endpoint_auth_method: z.string().nullish(), client_name: z.string().nullish(), client_uri: z.string().nullish() }),
  permission: anyone('it is off unless an administrator has switched it on; what registers is nothing until a person lets it in'),
  run: async (ctx, { redirect_uris, token_endpoint_auth_method, client_name, client_uri }) => {
    demandProvider(ctx);
    if (!ctx.settings.get(enableRegistration)) throw new OAuthError('unsupported_operation', 'api.oauth.register_client.disabled.app_error', 'Programs cannot register themselves on this server (ServiceSettings.EnableDynamicClientRegistration).', 501);
    const uris = redirect_uris ?? [];
    const allowed = ctx.settings.get(redirectAllowlist);
    const isAllowed = (uri: string) => isWebAddress(uri) && (!allowed.length || allowed.some((pattern) => fitsPattern(uri, pattern)));
    if (!uris.length || !uris.every(isAllowed)) throw new OAuthError('invalid_redirect_uri', 'api.oauth.register_client.redirect_uri.app_error', 'Each redirect_uri must be a web address that this server allows.');
    const method = token_endpoint_auth_method || 'client_secret_post';
    if (!METHODS.includes(method)) throw new OAuthError('invalid_client_metadata', 'api.oauth.register_client.auth_method.app_error', `token_endpoint_auth_method must be one of ${METHODS.join(', ')}.`);
    const client_secret = method === 'none' ? '' : newToken();
    const app: OAuthApp = {
      id: newId(ctx.now), creator_id: '', create_at: ctx.now, update_at: ctx.now, client_secret: client_secret && ctx.app.secrets.seal(client_secret), name: client_name?.trim() || 'An app without a name', description: '',
      icon_url: '', callback_urls: uris, homepage: client_uri?.trim() ?? '', is_trusted: false, mattermost_app_id: '', is_dynamically_registered: true,
    };
    try {
      checkApp(app);
    } catch (error) {
      throw new OAuthError('invalid_client_metadata', 'api.oauth.register_client.invalid.app_error', (error as Error).message);
    }
    await insertApp(ctx.db, app);
    return {
      client_id: app.id,
      ...(client_secret && { client_secret, client_secret_expires_at: 0 }),
      client_id_issued_at: Math.floor(ctx.now / 1000),
      redirect_uris: uris,
      token_endpoint_auth_method: method,
      grant_types: client_secret ? ['authorization_code', 'refresh_token'] : ['authorization_code'],
      response_types: ['code'],
      scope: 'user',
      client_name: app.name,
      ...(app.homepage && { client_uri: app.homepage }),
    };
  },
});
