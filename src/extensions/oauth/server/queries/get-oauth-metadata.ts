import { z } from 'zod';
import { anyone, query } from '#kernel/server/index.ts';
import { demandProvider } from '../oauth.permissions.ts';
import { enableRegistration } from '../oauth.settings.ts';

/** What a client must know of this server (RFC 8414). */
export const getOAuthMetadata = query({
  name: 'get-oauth-metadata',
  summary: 'Tell programs where to ask and how.',
  input: z.object({}),
  permission: anyone('programs read it before they know anybody'),
  run: (ctx) => {
    demandProvider(ctx);
    const at = (path: string) => `${ctx.app.site_url}${path}`;
    return {
      issuer: ctx.app.site_url,
      authorization_endpoint: at('/oauth/authorize'),
      token_endpoint: at('/oauth/access_token'),
      ...(ctx.settings.get(enableRegistration) && { registration_endpoint: at('/api/v4/oauth/apps/register') }),
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic', 'none'],
      code_challenge_methods_supported: ['S256'],
      scopes_supported: ['user'],
    };
  },
});
