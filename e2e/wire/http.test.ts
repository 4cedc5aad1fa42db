import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallOptions } from '../lib/http.ts';
import { nobody, signUp, type Person } from '../lib/person.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';

let server: TestServer;
let ann: Person;
let bob: Person;
let channel: any;

beforeAll(async () => {
  server = await startTestServer({ has_page: true });
  [ann, bob] = [await signUp(server.url, 'ann'), await signUp(server.url, 'bob')];
  const team = await ann.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' });
  channel = await ann.post('/channels', { team_id: team.id, name: 'ops', display_name: 'Ops', type: 'O' });
});
afterAll(() => server.close());

/** Runs something while settings have other values. */
async function withSettings(env: Record<string, string | number | boolean | string[]>, run: () => Promise<void>): Promise<void> {
  const { settings } = server.app;
  const chosen = Object.entries(env).map(([key, value]) => [settings.all.find((s) => s.key === key)!, value] as const);
  for (const [setting, value] of chosen) await settings.set(setting, value);
  try {
    await run();
  } finally {
    for (const [setting] of chosen) await settings.set(setting, setting.default);
  }
}

const with_cookies = (person: Person, headers: Record<string, string> = {}): CallOptions => ({ token: undefined, headers: { cookie: Object.entries(person.cookies).map(([name, value]) => `${name}=${value}`).join('; '), 'x-requested-with': '', ...headers } });

describe('every answer', () => {
  test('tells its id and the version, and keeps browsers from guessing', async () => {
    const { headers } = await ann.call('GET', '/users/me');
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'permissions-policy': '', expires: '0' });
    expect(headers['x-request-id']).toMatch(/^[a-z0-9]{26}$/);
    expect(headers['x-version-id']).toMatch(/^\d+\.\d+\.\d+\.\S+\.\w+\.true$/);
  });

  test('that refuses names the same id in its body', async () => {
    const { headers, body } = await ann.call('GET', `/channels/${'a'.repeat(26)}`);
    expect(body).toMatchObject({ status_code: 404, detailed_error: '', request_id: headers['x-request-id'] });
  });

  test('to an unknown address of the protocol says 404 in its form', async () => {
    expect(await ann.call('GET', '/nothing/here')).toMatchObject({ status: 404, body: { id: 'api.context.404.app_error' } });
  });

  test('to an address that is too long says 414', async () => {
    expect(await ann.call('GET', `/users/me?x=${'y'.repeat(2_100)}`)).toMatchObject({ status: 414, body: { id: 'basic_security_check.url.too_long_error' } });
  });

  test('to a body over the limit says 413, whatever the limit is set to', async () => {
    const body = { channel_id: channel.id, message: 'x', props: { text: 'y'.repeat(2_000) } };
    await withSettings({ 'ServiceSettings.MaximumPayloadSizeBytes': 1_500 }, async () => {
      expect(await ann.call('POST', '/posts', { body })).toMatchObject({ status: 413, body: { id: 'api.context.request_body_too_large.app_error' } });
    });
    expect((await ann.call('POST', '/posts', { body })).status).toBe(201);
  });

  test('demands HTTPS if told so', async () => {
    expect((await ann.call('GET', '/users/me')).headers['strict-transport-security']).toBeUndefined();
    await withSettings({ 'ServiceSettings.TLSStrictTransport': true, 'ServiceSettings.TLSStrictTransportMaxAge': 1234 }, async () => {
      for (const path of ['/api/v4/system/ping', '/', '/api/v4/nothing']) expect((await ann.request('GET', path)).headers['strict-transport-security']).toBe('max-age=1234');
    });
  });
});

describe('a long answer', () => {
  test('is compressed for who takes that', async () => {
    const plain = await ann.call('GET', '/config/client?format=old');
    const { headers, bytes } = await ann.call('GET', '/config/client?format=old', { headers: { 'accept-encoding': 'gzip, deflate, br' } });
    expect(headers['content-encoding']).toBe('gzip');
    expect(headers.vary).toBe('Accept-Encoding');
    expect(Number(headers['content-length'])).toBe(bytes.length);
    expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(plain.body);
  });

  test.each(['', 'identity', 'br', 'gzip;q=0', 'x-gzip'])('is sent as it is to who accepts "%s"', async (accepted) => {
    const { headers } = await ann.call('GET', '/config/client?format=old', { headers: { 'accept-encoding': accepted } });
    expect(headers['content-encoding']).toBeUndefined();
  });

  test('is sent as it is where the setting says so, and a short one always', async () => {
    expect((await ann.call('GET', '/system/ping', { headers: { 'accept-encoding': 'gzip' } })).headers['content-encoding']).toBeUndefined();
    await withSettings({ 'ServiceSettings.WebserverMode': 'uncompressed' }, async () => {
      expect((await ann.call('GET', '/config/client?format=old', { headers: { 'accept-encoding': 'gzip' } })).headers['content-encoding']).toBeUndefined();
    });
  });
});

describe('who has an answer already', () => {
  test('is told 304 until it changes', async () => {
    const post = await ann.post('/posts', { channel_id: channel.id, message: 'first' });
    const paths = ['/users', '/users/me', '/users/username/ann', '/users/email/ann@example.com', '/bots', `/posts/${post.id}`, `/posts/${post.id}/thread`, `/posts/${post.id}/files/info`, `/channels/${channel.id}/posts`, `/channels/${channel.id}/pinned`, `/users/me/channels/${channel.id}/posts/unread`, `/users/me/teams/${channel.team_id}/channels`];
    const reader = await server.admin();
    for (const path of paths) {
      const person = path.includes('/unread') || path.includes('/teams/') ? ann : reader;
      const first = await person.call('GET', path);
      const { etag } = first.headers;
      expect([path, etag]).toEqual([path, expect.stringMatching(/^\d+\.\d+\.\d+\../)]);
      const again = await person.call('GET', path, { headers: { 'if-none-match': etag! } });
      expect([path, again.status, again.text]).toEqual([path, 304, '']);
      expect(again.headers).toMatchObject({ etag, 'x-version-id': first.headers['x-version-id'] });
    }
    const { etag } = (await ann.call('GET', `/channels/${channel.id}/posts`)).headers;
    await ann.put(`/posts/${post.id}/patch`, { message: 'second' });
    const changed = await ann.call('GET', `/channels/${channel.id}/posts`, { headers: { 'if-none-match': etag! } });
    expect(changed).toMatchObject({ status: 200, body: { posts: { [post.id]: { message: 'second' } } } });
  });

  test('is not told 304 for what somebody else sees', async () => {
    const { etag } = (await ann.call('GET', `/users/${ann.id}`)).headers;
    expect((await bob.call('GET', `/users/${ann.id}`, { headers: { 'if-none-match': etag! } })).status).toBe(200);
  });
});

describe('a page of another site', () => {
  const from = (origin: string, more: Record<string, string> = {}): CallOptions => ({ headers: { origin, ...more } });

  test('is told nothing about what it may', async () => {
    const { headers } = await ann.call('GET', '/users/me', from('https://other.example'));
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('may read answers where the setting names it', async () => {
    await withSettings({ 'ServiceSettings.AllowCorsFrom': 'https://one.example https://*.two.example', 'ServiceSettings.CorsExposedHeaders': 'X-Request-ID Token', 'ServiceSettings.CorsAllowCredentials': true }, async () => {
      const answer = await ann.call('GET', '/users/me', from('https://a.two.example'));
      expect(answer.headers).toMatchObject({ 'access-control-allow-origin': 'https://a.two.example', 'access-control-allow-credentials': 'true', 'access-control-expose-headers': 'X-Request-ID, Token' });
      expect(answer.headers.vary).toContain('Origin');
      for (const origin of ['https://one.example.evil.example', 'https://two.example.evil', 'http://one.example', 'null']) expect((await ann.call('GET', '/users/me', from(origin))).headers['access-control-allow-origin']).toBeUndefined();
      expect((await ann.call('GET', `/channels/${'a'.repeat(26)}`, from('https://one.example'))).headers['access-control-allow-origin']).toBe('https://one.example');
    });
  });

  test('is answered when its browser asks first', async () => {
    await withSettings({ 'ServiceSettings.AllowCorsFrom': '*' }, async () => {
      const asked = from('https://any.example', { 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization, x-csrf-token' });
      const answer = await nobody(server.url).call('OPTIONS', '/users/me/patch', asked);
      expect(answer).toMatchObject({ status: 204, text: '', headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization, x-csrf-token', 'access-control-max-age': '86400' } });
      expect(answer.headers['access-control-allow-methods']).toContain('PUT');
    });
  });

  test('cannot act with the cookie of its visitor', async () => {
    expect((await nobody(server.url).call('GET', '/users/me', with_cookies(ann))).body.username).toBe('ann');
    const body = { channel_id: channel.id, message: 'not meant' };
    const refused = await nobody(server.url).call('POST', '/posts', { ...with_cookies(ann), body });
    expect(refused).toMatchObject({ status: 401, body: { id: 'api.context.session_expired.app_error' } });
    expect((await nobody(server.url).call('POST', '/posts', { ...with_cookies(ann, { 'x-csrf-token': ann.cookies['MMCSRF']! }), body })).status).toBe(201);
    expect((await nobody(server.url).call('POST', '/posts', { ...with_cookies(ann, { 'x-requested-with': 'XMLHttpRequest' }), body })).status).toBe(201);
    await withSettings({ 'ServiceSettings.ExperimentalStrictCSRFEnforcement': true }, async () => {
      expect((await nobody(server.url).call('POST', '/posts', { ...with_cookies(ann, { 'x-requested-with': 'XMLHttpRequest' }), body })).status).toBe(401);
    });
  });
});

describe('a log-in', () => {
  const logInFrom = (headers: Record<string, string> = {}) => nobody(server.url).call('POST', '/users/login', { body: { login_id: 'bob', password: 'User-Pass-1' }, headers });

  test('sets three cookies, of which scripts cannot read the session', async () => {
    const { headers } = await logInFrom();
    const cookies = headers['set-cookie']!;
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['MMAUTHTOKEN', 'MMUSERID', 'MMCSRF']);
    expect(cookies.map((cookie) => /httponly/i.test(cookie))).toEqual([true, false, false]);
    for (const cookie of cookies) expect(cookie).toMatch(/Max-Age=2592000; Path=\/;.* SameSite=Lax/);
    expect(headers['token']).toMatch(/^[a-z0-9]{26}$/);
  });

  test('behind HTTPS sets cookies that travel by HTTPS only', async () => {
    const { headers } = await logInFrom({ 'x-forwarded-proto': 'https' });
    for (const cookie of headers['set-cookie']!) expect(cookie).toMatch(/; Secure/);
  });
});

describe('rate limits', () => {
  const LIMITS = { 'RateLimitSettings.Enable': true, 'RateLimitSettings.PerSec': 1, 'RateLimitSettings.MaxBurst': 3 };
  const ping = (headers: Record<string, string> = {}, person = nobody(server.url)) => person.call('GET', '/system/ping', { headers });

  test('are off unless set', async () => {
    expect((await ping()).headers['x-ratelimit-limit']).toBeUndefined();
  });

  test('let a burst pass and refuse what comes too fast, with the time to wait', async () => {
    await withSettings(LIMITS, async () => {
      const answers = [];
      for (let i = 0; i < 6; i++) answers.push(await ping({ 'x-forwarded-for': '192.0.2.1' }));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429, 429]);
      expect(answers.map(({ headers }) => headers['x-ratelimit-remaining'])).toEqual(['3', '2', '1', '0', '0', '0']);
      expect(answers[0]!.headers).toMatchObject({ 'x-ratelimit-limit': '4', 'x-ratelimit-reset': '1' });
      expect(answers[5]).toMatchObject({ text: 'limit exceeded\n', headers: { 'retry-after': '1', 'x-ratelimit-reset': '4' } });
      expect(answers[5]!.headers['content-type']).toContain('text/plain');
    });
  });

  test('count each address for itself', async () => {
    await withSettings(LIMITS, async () => {
      for (let i = 0; i < 5; i++) await ping({ 'x-forwarded-for': '192.0.2.2' });
      expect((await ping({ 'x-forwarded-for': '192.0.2.2' })).status).toBe(429);
      expect((await ping({ 'x-forwarded-for': '192.0.2.3' })).status).toBe(200);
    });
  });

  test('count each person for itself, whatever session is used', async () => {
    await withSettings({ ...LIMITS, 'RateLimitSettings.VaryByUser': true }, async () => {
      const statuses = [];
      for (let i = 0; i < 6; i++) statuses.push((await ann.call('GET', '/users/me')).status);
      expect(statuses.at(-1)).toBe(429);
      expect((await bob.call('GET', '/users/me')).status).toBe(200);
    });
  });

  test('tell callers apart by a header', async () => {
    await withSettings({ ...LIMITS, 'RateLimitSettings.VaryByRemoteAddr': false, 'RateLimitSettings.VaryByHeader': 'X-Tenant' }, async () => {
      for (let i = 0; i < 5; i++) await ping({ 'x-tenant': 'one' });
      expect((await ping({ 'x-tenant': 'one' })).status).toBe(429);
      expect((await ping({ 'x-tenant': 'two' })).status).toBe(200);
      expect((await ping()).headers['x-ratelimit-limit']).toBeUndefined();
    });
  });

  test('believe the header of a proxy only if it is named', async () => {
    await withSettings({ ...LIMITS, 'ServiceSettings.TrustedProxyIPHeader': ['X-Real-Ip'] }, async () => {
      for (let i = 0; i < 5; i++) await ping({ 'x-real-ip': '192.0.2.9' });
      expect((await ping({ 'x-real-ip': '192.0.2.9' })).status).toBe(429);
      expect((await ping({ 'x-real-ip': '192.0.2.10' })).status).toBe(200);
    });
  });
});

describe('the page', () => {
  test('runs only its own scripts and stands in no frame of others', async () => {
    const { headers } = await nobody(server.url).request('GET', '/harbour/channels/ops');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  });

  test('stands in frames of the sites that the setting names', async () => {
    await withSettings({ 'ServiceSettings.FrameAncestors': 'https://portal.example; script-src *' }, async () => {
      const { headers } = await nobody(server.url).request('GET', '/');
      expect(headers['content-security-policy']).toMatch(/frame-ancestors 'self' https:\/\/portal\.example {2}script-src \*$/);
      expect(headers['x-frame-options']).toBeUndefined();
    });
  });

  test('comes compressed, and its parts are kept by browsers for good', async () => {
    const page = await nobody(server.url).request('GET', '/');
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page.text)![1]!;
    const { headers } = await nobody(server.url).request('GET', script, { headers: { 'accept-encoding': 'gzip' } });
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'public, max-age=31536000, immutable' });
  });
});
