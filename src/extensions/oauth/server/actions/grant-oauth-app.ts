import { z } from 'zod';
import { action, newToken, permissionError, signedIn, userError } from '#kernel/server/index.ts';
import { demandProvider } from '../oauth.permissions.ts';
import { comeBack, hashOf, isOwnAddress } from '../oauth.rules.ts';
import { findApp, insertCode, insertGrant } from '../oauth.store.ts';

const CODE_LIFE_MS = 10 * 60_000;
const text = (max: number) => z.string().max(max).nullish().transform((value) => value ?? '');

/** A person lets an app in. The answer is the address with which to go back to it. */
export const grantOAuthApp = action({
  name: 'grant-oauth-app',
  summary: 'Let an app act for oneself.',
  input: z.object({ response_type: text(32), client_id: text(64), redirect_uri: text(256), scope: text(128), state: text(1_024), code_challenge: text(128), code_challenge_method: text(16), is_denied: z.boolean().nullish() }),
  permission: signedIn('everybody decides who acts for them'),
  run: async (ctx, { response_type, client_id, redirect_uri, scope, state, code_challenge, code_challenge_method, is_denied }) => {
    demandProvider(ctx);
    if (ctx.actor.is_bot) throw permissionError(ctx.actor.user_id, ['a person decides']);
    const app = await findApp(ctx.db, client_id);
    if (!app) throw userError('api.oauth.allow_oauth.bad_client.app_error', 'The app that sent you here is not registered on this server.');
    // Nobody is sent to an address that is not the app's own, not even with an error.
    if (!isOwnAddress(app.callback_urls ?? [], redirect_uri)) throw userError('api.oauth.allow_oauth.redirect_callback.app_error', 'The app wants to lead you to an address that is not registered for it.');
    const refuse = (error: string, error_description: string) => ({ redirect: comeBack(redirect_uri, { error, error_description, state }) });
    if (is_denied) return refuse('access_denied', 'The person does not let the app in.');
    if (response_type !== 'code') return refuse('unsupported_response_type', 'response_type must be code.');
    if (scope && scope !== 'user') return refuse('invalid_scope', 'scope must be user.');
    if (code_challenge && code_challenge_method !== 'S256') return refuse('invalid_request', 'code_challenge_method must be S256.');
    if (!code_challenge && !app.client_secret) return refuse('invalid_request', 'A public app must send a code_challenge.');
    const code = newToken();
    await insertGrant(ctx.db, { user_id: ctx.actor.user_id, client_id, scope: 'user', create_at: ctx.now });
    await insertCode(ctx.db, { code_hash: hashOf(code), client_id, user_id: ctx.actor.user_id, redirect_uri, scope: 'user', code_challenge, expires_at: ctx.now + CODE_LIFE_MS });
    return { redirect: comeBack(redirect_uri, { code, state }) };
  },
});
