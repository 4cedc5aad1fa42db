import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { openSocket } from '#kernel/testing/socket.ts';
import type { OAuthApp } from '../wire/index.ts';

const CALLBACK = 'https://dashboard.example.com/callback';
const insecure = { [oauth.allowInsecureRequests]: true };
const HOUR_MS = 3_600_000;

let server: TestServer;
let admin: Client;
let ann: Client;
let bob: Client;
let metadata: oauth.AuthorizationServer;
let later_ms = 0;

beforeAll(async () => {
  server = await startTestServer({ clock: () => Date.now() + later_ms });
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob] = [await signUp(server, 'ann'), await signUp(server, 'bob')];
  const issuer = new URL(server.app.site_url);
  metadata = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...insecure }));
});
afterAll(() => server?.close());

const set = (patch: object) => admin.put('/api/v4/config/patch', { ServiceSettings: patch });
const register = async (more: object = {}): Promise<OAuthApp> => {
  const { status, body } = await admin.post('/api/v4/oauth/apps', { name: 'Dashboard', description: 'shows figures', homepage: 'https://dashboard.example.com', callback_urls: [CALLBACK], ...more });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
};
const as = (token: string) => fetch(`${server.url}/api/v4/users/me`, { headers: { authorization: `Bearer ${token}` } });

/** The whole way of an unchanged OAuth client: asks, comes back and changes the code for a token. */
class Program {
  readonly client: oauth.Client;
  readonly auth: oauth.ClientAuth;
  verifier = oauth.generateRandomCodeVerifier();
  state = oauth.generateRandomState();

  constructor(app: OAuthApp, auth: oauth.ClientAuth = app.client_secret ? oauth.ClientSecretPost(app.client_secret) : oauth.None()) {
    this.client = { client_id: app.id };
    this.auth = auth;
  }

  async ask(who: Client, more: object = {}): Promise<URL> {
    const asked = { response_type: 'code', client_id: this.client.client_id, redirect_uri: CALLBACK, scope: 'user', state: this.state, code_challenge: await oauth.calculatePKCECodeChallenge(this.verifier), code_challenge_method: 'S256', ...more };
    const { status, body } = await who.post('/oauth/authorize', asked);
    expect(status, JSON.stringify(body)).toBe(200);
    return new URL(body.redirect);
  }

  async exchange(back: URL, verifier = this.verifier, redirect_uri = CALLBACK): Promise<oauth.TokenEndpointResponse> {
    const params = oauth.validateAuthResponse(metadata, this.client, back, this.state);
    return oauth.processAuthorizationCodeResponse(metadata, this.client, await oauth.authorizationCodeGrantRequest(metadata, this.client, this.auth, params, redirect_uri, verifier, insecure));
  }

  async refresh(token: string): Promise<oauth.TokenEndpointResponse> {
    return oauth.processRefreshTokenResponse(metadata, this.client, await oauth.refreshTokenGrantRequest(metadata, this.client, this.auth, token, insecure));
  }
}

const refusedWith = (error: string) => expect.objectContaining({ error });

describe('a program that a person lets in', () => {
  test.each(['post', 'basic'])('acts as the person, with its secret sent by %s, and refreshes its token', async (kind) => {
    const app = await register();
    const program = new Program(app, kind === 'post' ? oauth.ClientSecretPost(app.client_secret) : oauth.ClientSecretBasic(app.client_secret));
    const first = await program.exchange(await program.ask(ann));
    expect(first).toMatchObject({ token_type: 'bearer', scope: 'user', expires_in: 720 * 3600 });
    expect(await (await as(first.access_token)).json()).toMatchObject({ username: 'ann' });
    const sessions = (await ann.get<any[]>('/api/v4/users/me/sessions')).body;
    expect(sessions.find((session) => session.props.oauth_app_id === app.id)).toMatchObject({ is_oauth: true, props: { platform: 'Dashboard' } });
    const second = await program.refresh(first.refresh_token!);
    expect((await as(second.access_token)).status).toBe(200);
    expect((await as(first.access_token)).status).toBe(401);
  });

  test('is told apart by what it holds: no code, verifier, address, secret or app of another will do', async () => {
    const app = await register();
    const program = new Program(app);
    await expect(program.exchange(await program.ask(ann), oauth.generateRandomCodeVerifier())).rejects.toEqual(refusedWith('invalid_grant'));
    await expect(program.exchange(await program.ask(ann), program.verifier, `${CALLBACK}/other`)).rejects.toEqual(refusedWith('invalid_grant'));
    const other = new Program(await register());
    other.state = program.state;
    await expect(other.exchange(await program.ask(ann), program.verifier)).rejects.toEqual(refusedWith('invalid_grant'));
    const guesser = new Program(app, oauth.ClientSecretPost('x'.repeat(26)));
    guesser.state = program.state;
    await expect(guesser.exchange(await program.ask(ann), program.verifier)).rejects.toMatchObject({ status: 401 });
  });

  test('a code is good once; sent again it ends what it has opened', async () => {
    const program = new Program(await register());
    const back = await program.ask(ann);
    const { access_token } = await program.exchange(back);
    expect((await as(access_token)).status).toBe(200);
    await expect(program.exchange(back)).rejects.toEqual(refusedWith('invalid_grant'));
    expect((await as(access_token)).status).toBe(401);
  });

  test('a refresh token is good once; sent again it ends the session that followed', async () => {
    const program = new Program(await register());
    const { refresh_token } = await program.exchange(await program.ask(ann));
    const { access_token } = await program.refresh(refresh_token!);
    await expect(program.refresh(refresh_token!)).rejects.toEqual(refusedWith('invalid_grant'));
    expect((await as(access_token)).status).toBe(401);
  });

  test('codes and tokens end by the clock, and a refresh token brings a new one', async () => {
    const program = new Program(await register());
    const slow = await program.ask(ann);
    later_ms += 11 * 60_000;
    await expect(program.exchange(slow)).rejects.toEqual(refusedWith('invalid_grant'));
    await set({ SessionLengthSSOInHours: 1 });
    const { access_token, refresh_token } = await program.exchange(await program.ask(ann));
    later_ms += HOUR_MS + 1000;
    expect((await as(access_token)).status).toBe(401);
    await set({ SessionLengthSSOInHours: 720 });
    expect((await as((await program.refresh(refresh_token!)).access_token)).status).toBe(200);
  });

  test('a public one proves itself by PKCE and gets no refresh token', async () => {
    const app = await register({ is_public: true });
    expect(app.client_secret).toBe('');
    const program = new Program(app);
    expect((await program.ask(ann, { code_challenge: '', code_challenge_method: '' })).searchParams.get('error')).toBe('invalid_request');
    const token = await program.exchange(await program.ask(ann));
    expect(token.refresh_token).toBeUndefined();
    expect((await as(token.access_token)).status).toBe(200);
  });

  test('makes no further ways in for itself', async () => {
    const program = new Program(await register());
    const { access_token } = await program.exchange(await program.ask(admin));
    for (const [path, body] of [['/api/v4/users/me/tokens', { description: 'mine' }], ['/api/v4/oauth/apps', { name: 'x', homepage: CALLBACK, callback_urls: [CALLBACK] }], ['/oauth/authorize', { response_type: 'code', client_id: program.client.client_id, redirect_uri: CALLBACK }]] as const) {
      const answer = await fetch(server.url + path, { method: 'POST', headers: { authorization: `Bearer ${access_token}` }, body: JSON.stringify(body) });
      expect(answer.status, path).toBe(403);
    }
  });

  test('is let go by the person, with its session, its connection and its refresh token', async () => {
    const app = await register();
    const program = new Program(app);
    const { access_token, refresh_token } = await program.exchange(await program.ask(bob));
    const socket = await openSocket(server, access_token);
    const mine = (await bob.get<OAuthApp[]>('/api/v4/users/me/oauth/apps/authorized')).body;
    expect(mine.map((one) => [one.id, one.client_secret])).toEqual([[app.id, '']]);
    expect(await ann.get(`/api/v4/users/${bob.user.id}/oauth/apps/authorized`)).toMatchObject({ status: 403 });
    expect(await bob.post('/oauth/deauthorize', { client_id: app.id })).toMatchObject({ status: 200 });
    expect((await bob.get('/api/v4/users/me/oauth/apps/authorized')).body).toEqual([]);
    expect((await as(access_token)).status).toBe(401);
    await expect(program.refresh(refresh_token!)).rejects.toEqual(refusedWith('invalid_grant'));
    socket.close();
  });

  test('is let go too by the end of its session, of the app, of the account', async () => {
    const app = await register();
    const program = new Program(app);
    const first = await program.exchange(await program.ask(bob));
    const session = (await bob.get<any[]>('/api/v4/users/me/sessions')).body.find((one) => one.props.oauth_app_id === app.id);
    await bob.post('/api/v4/users/me/sessions/revoke', { session_id: session.id });
    await expect(program.refresh(first.refresh_token!)).rejects.toEqual(refusedWith('invalid_grant'));
    const second = await program.exchange(await program.ask(bob));
    expect(await admin.del(`/api/v4/oauth/apps/${app.id}`)).toMatchObject({ status: 200 });
    expect((await as(second.access_token)).status).toBe(401);
    const carl = await signUp(server, 'carl');
    const other = new Program(await register());
    const third = await other.exchange(await other.ask(carl));
    await admin.del(`/api/v4/users/${carl.user.id}`);
    expect((await as(third.access_token)).status).toBe(401);
    await expect(other.refresh(third.refresh_token!)).rejects.toEqual(refusedWith('invalid_grant'));
  });
});

describe('a request to be let in', () => {
  test('leads nowhere but to the addresses of its app', async () => {
    const app = await register();
    for (const redirect_uri of ['https://evil.example.com/callback', `${CALLBACK}/../x`, 'javascript:alert(1)', '']) {
      expect(await ann.post('/oauth/authorize', { response_type: 'code', client_id: app.id, redirect_uri })).toMatchObject({ status: 400, body: { id: 'api.oauth.allow_oauth.redirect_callback.app_error' } });
    }
    expect(await ann.post('/oauth/authorize', { response_type: 'code', client_id: 'a'.repeat(26), redirect_uri: CALLBACK })).toMatchObject({ status: 400 });
    expect(await nobody(server).post('/oauth/authorize', { response_type: 'code', client_id: app.id, redirect_uri: CALLBACK })).toMatchObject({ status: 401 });
  });

  test('that is not understood goes back to the app with the reason', async () => {
    const program = new Program(await register());
    for (const [more, error] of [[{ response_type: 'token' }, 'unsupported_response_type'], [{ scope: 'everything' }, 'invalid_scope'], [{ is_denied: true }, 'access_denied'], [{ code_challenge_method: 'plain' }, 'invalid_request']] as const) {
      const back = await program.ask(ann, more);
      expect([back.searchParams.get('error'), back.searchParams.get('state')]).toEqual([error, program.state]);
    }
  });
});

describe('an app', () => {
  test('is managed by its owner and by those who manage all; its secret is theirs alone', async () => {
    const app = await register();
    expect((await admin.get(`/api/v4/oauth/apps/${app.id}`)).body.client_secret).toBe(app.client_secret);
    expect((await ann.get(`/api/v4/oauth/apps/${app.id}/info`)).body).toMatchObject({ name: 'Dashboard', client_secret: '', callback_urls: [] });
    for (const [method, path] of [['GET', ''], ['PUT', ''], ['DELETE', ''], ['POST', '/regen_secret']] as const) expect(await ann.call(method, `/api/v4/oauth/apps/${app.id}${path}`, method === 'PUT' ? app : undefined)).toMatchObject({ status: 403 });
    expect(await ann.post('/api/v4/oauth/apps', app)).toMatchObject({ status: 403 });
    const renewed = (await admin.post(`/api/v4/oauth/apps/${app.id}/regen_secret`)).body;
    const old = new Program(app);
    await expect(old.exchange(await old.ask(ann))).rejects.toMatchObject({ status: 401 });
    expect((await admin.put(`/api/v4/oauth/apps/${app.id}`, { ...app, name: 'Board' })).body).toMatchObject({ name: 'Board', client_secret: renewed.client_secret });
    const rows = await server.app.db.rows<{ client_secret: string }>('SELECT client_secret FROM oauth_apps WHERE id = $1', [app.id]);
    expect(rows[0]!.client_secret).not.toContain(renewed.client_secret);
  });

  test.each([
    ['name', { name: '' }], ['name', { name: 'x'.repeat(65) }], ['callback', { callback_urls: [] }], ['callback', { callback_urls: ['javascript:alert(1)'] }], ['callback', { callback_urls: ['https://a.example.com/#x'] }],
    ['homepage', { homepage: '' }], ['homepage', { homepage: 'ftp://x' }], ['icon_url', { icon_url: 'x' }], ['description', { description: 'x'.repeat(513) }],
  ])('without a good %s is refused', async (field, more) => {
    expect(await admin.post('/api/v4/oauth/apps', { name: 'A', description: '', homepage: 'https://a.example.com', callback_urls: [CALLBACK], ...more })).toMatchObject({ status: 400, body: { id: `model.oauth.is_valid.${field}.app_error` } });
  });

  test('registers itself only where that is allowed, and with addresses that are', async () => {
    const wish = { client_name: 'Agent', redirect_uris: ['https://agent.example.com/cb'], token_endpoint_auth_method: 'none' };
    expect(await nobody(server).post('/api/v4/oauth/apps/register', wish)).toMatchObject({ status: 501, body: { error: 'unsupported_operation' } });
    await set({ EnableDynamicClientRegistration: true, DCRRedirectURIAllowlist: ['https://*.example.com/**'] });
    const issuer = new URL(server.app.site_url);
    const known = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...insecure }));
    const client = await oauth.processDynamicClientRegistrationResponse(await oauth.dynamicClientRegistrationRequest(known, wish, insecure));
    expect(client).toMatchObject({ client_name: 'Agent', token_endpoint_auth_method: 'none' });
    expect(client.client_secret).toBeUndefined();
    expect(await nobody(server).post('/api/v4/oauth/apps/register', { ...wish, redirect_uris: ['https://evil.com/cb'] })).toMatchObject({ status: 400, body: { error: 'invalid_redirect_uri' } });
    await set({ EnableDynamicClientRegistration: false, DCRRedirectURIAllowlist: [] });
  });

  test('is nothing where OAuth is switched off', async () => {
    const app = await register();
    await set({ EnableOAuthServiceProvider: false });
    for (const [method, path] of [['GET', '/api/v4/oauth/apps'], ['GET', `/api/v4/oauth/apps/${app.id}/info`], ['POST', '/oauth/authorize'], ['POST', '/oauth/access_token'], ['GET', '/.well-known/oauth-authorization-server']] as const) {
      expect(await admin.call(method, path, method === 'POST' ? {} : undefined), path).toMatchObject({ status: 501 });
    }
    await set({ EnableOAuthServiceProvider: true });
  });
});
