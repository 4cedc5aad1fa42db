import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createUser, userManagers } from '#identity/users/server/feature.ts';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { features } from '#features';
import { defineFeature } from '#kernel/server/index.ts';
import { openSocket } from '#kernel/testing/socket.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { flushActivity } from './sessions.activity.ts';
import { deleteExpired } from './sessions.store.ts';
import { createAccessToken } from './sessions.ts';
import { enableAccessTokens, signInWithEmail, strictCsrf } from './sessions.settings.ts';

const DAY_MS = 86_400_000;
const PASSWORD = 'Test-Password-1';
const api = (path: string) => `/api/v4/users${path}`;
let owner_of_bots = '';
const bots = defineFeature({ name: 'test-bots', area: 'integrations', summary: 'Says whose bots these are.', contributes: [userManagers.add(async (ctx) => ctx.actor.user_id === owner_of_bots && owner_of_bots !== '')] });

let server: TestServer;
let admin: Client;
let ann: Client;
let bob: Client;
let now = Date.UTC(2030, 0, 1);

beforeAll(async () => {
  server = await startTestServer({ features: [...features, bots], clock: () => now });
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob] = (await Promise.all(['ann', 'bob'].map((name) => signUp(server, name)))) as [Client, Client];
});
afterAll(() => server?.close());

const call = (path: string, headers: Record<string, string>, method = 'GET', body?: object) => fetch(server.url + path, { method, headers, body: body && JSON.stringify(body) });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function logIn(login_id: string, headers: Record<string, string> = {}, more: object = {}) {
  const answer = await call(api('/login'), headers, 'POST', { login_id, password: PASSWORD, ...more });
  const cookies = Object.fromEntries(answer.headers.getSetCookie().map((cookie) => [cookie.split('=')[0]!, cookie]));
  const value = (name: string) => cookies[name]!.split(/[=;]/)[1]!;
  return { answer, cookies, token: answer.headers.get('token') ?? '', csrf: value('MMCSRF'), cookie: Object.keys(cookies).map((name) => `${name}=${value(name)}`).join('; ') };
}

describe('logging in', () => {
  test('works by name and by address in any case, and answers with token and cookies', async () => {
    for (const name of ['ann', 'ANN', 'ann@example.com', 'Ann@Example.COM']) expect((await logIn(name)).answer.status).toBe(200);
    const { cookies, token } = await logIn('ann');
    expect(token).toMatch(/^[a-z0-9]{26}$/);
    expect(cookies['MMAUTHTOKEN']).toBe(`MMAUTHTOKEN=${token}; Max-Age=2592000; Path=/; HttpOnly; SameSite=Lax`);
    expect(cookies['MMUSERID']).toContain(ann.user.id);
    expect(cookies['MMCSRF']).not.toContain('HttpOnly');
    const secure = await logIn('ann', { 'x-forwarded-proto': 'https' });
    expect(Object.values(secure.cookies).every((cookie) => cookie.includes('Secure'))).toBe(true);
  });

  test('does not tell an unknown name from a wrong password', async () => {
    const answers = await Promise.all([['ann', 'wrong'], ['nobody-at-all', 'wrong'], ['', 'wrong']].map(([login_id, password]) => nobody(server).post(api('/login'), { login_id, password })));
    const bodies = answers.map(({ status, body }) => ({ status, ...body, request_id: '' }));
    expect(bodies[0]).toMatchObject({ status: 401, id: 'api.user.login.invalid_credentials_email_username' });
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
  });

  test('is not possible by address where the settings say so', async () => {
    await server.app.settings.set(signInWithEmail, false);
    expect(await nobody(server).post(api('/login'), { login_id: 'ann@example.com', password: PASSWORD })).toMatchObject({ status: 401, body: { id: 'api.user.login.invalid_credentials_username' } });
    await server.app.settings.set(signInWithEmail, true);
  });

  test('takes no nonsense for a name or a password', async () => {
    for (const body of [{ login_id: {}, password: 'x' }, { login_id: 'ann', password: 7 }, { login_id: ['ann'], password: null }, []]) expect((await nobody(server).post(api('/login'), body)).status).toBe(400);
    expect(await nobody(server).post(api('/login'), { login_id: 'ann' })).toMatchObject({ status: 400, body: { id: 'api.user.login.blank_pwd.app_error' } });
  });
});

describe('a request', () => {
  test('with a cookie that changes something needs a header that other sites cannot send', async () => {
    const { cookie, csrf, token } = await logIn('ann');
    const patch = async (headers: Record<string, string>) => (await call(api('/me/patch'), { cookie, ...headers }, 'PUT', { position: 'x' })).status;
    expect((await call(api('/me'), { cookie })).status).toBe(200);
    expect(await patch({})).toBe(401);
    expect(await patch({ 'x-csrf-token': 'guessed' })).toBe(401);
    expect(await patch({ 'x-csrf-token': csrf })).toBe(200);
    expect(await patch({ 'x-requested-with': 'XMLHttpRequest' })).toBe(200);
    expect(await patch(bearer(token))).toBe(200);
    expect(await patch(bearer(bob.token))).toBe(401);
    await server.app.settings.set(strictCsrf, true);
    expect(await patch({ 'x-requested-with': 'XMLHttpRequest' })).toBe(401);
    await server.app.settings.set(strictCsrf, false);
  });

  test('with a cookie that is worth nothing any more has it taken away', async () => {
    const answer = await call(api('/me'), { cookie: 'MMAUTHTOKEN=gone' });
    expect(answer.status).toBe(401);
    expect(answer.headers.getSetCookie()[0]).toContain('Max-Age=0');
  });

  test('goes by the cookie before the header, and never by the address', async () => {
    const { cookie } = await logIn('ann');
    expect((await (await call(api('/me'), { cookie, ...bearer(bob.token) })).json()) as object).toMatchObject({ id: ann.user.id });
    const answer = await call(api(`/me?access_token=${bob.token}`), {});
    expect([answer.status, ((await answer.json()) as { id: string }).id]).toEqual([401, 'api.context.token_provided.app_error']);
  });

  test('costs no query for the session once it is known', async () => {
    await ann.get(api('/me'));
    const asked = [vi.spyOn(server.app.db, 'rows'), vi.spyOn(server.app.db, 'maybe'), vi.spyOn(server.app.db, 'one')];
    await ann.get(api('/me'));
    expect(asked.map((spy) => spy.mock.calls.length)).toEqual([0, 0, 0]);
    for (const spy of asked) spy.mockRestore();
  });

  test('moves the end of a session that is used, and one that is not used ends', async () => {
    const used = await logIn('ann');
    const unused = await logIn('ann');
    now += 20 * DAY_MS;
    const answer = await call(api('/me'), { cookie: used.cookie });
    expect(answer.headers.getSetCookie()[0]).toContain(`MMAUTHTOKEN=${used.token}; Max-Age=2592000`);
    await flushActivity(server.app);
    const stored = await server.app.db.one('SELECT expires_at FROM sessions WHERE token_hash = $1', [createHash('sha256').update(used.token).digest('hex')]);
    expect(stored).toEqual({ expires_at: now + 30 * DAY_MS });
    now += 11 * DAY_MS;
    expect((await call(api('/me'), { cookie: used.cookie })).status).toBe(200);
    expect((await call(api('/me'), { cookie: unused.cookie })).status).toBe(401);
    [ann, bob, admin] = [await signIn(server, { email: 'ann@example.com', password: PASSWORD }), await signIn(server, { email: 'bob@example.com', password: PASSWORD }), await signIn(server, TEST_ADMIN)];
  });
});

describe('sessions', () => {
  test('are listed without what makes them work, and ended one by one', async () => {
    const other = await logIn('bob', { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' });
    const { body } = await bob.get(api('/me/sessions'));
    expect(body.every((session: { token: string; props: object }) => session.token === '' && !('csrf' in session.props))).toBe(true);
    const mine = body.find((session: { props: { browser: string } }) => session.props.browser === 'Firefox/140.0');
    expect(mine.props).toMatchObject({ os: 'Linux', platform: 'Linux' });
    const socket = await openSocket(server, other.token);
    expect(await ann.post(api('/me/sessions/revoke'), { session_id: mine.id })).toMatchObject({ status: 400 });
    expect(await ann.post(api(`/${bob.user.id}/sessions/revoke`), { session_id: mine.id })).toMatchObject({ status: 403 });
    expect(await bob.post(api('/me/sessions/revoke'), { session_id: mine.id })).toMatchObject({ status: 200 });
    await socket.closed;
    expect((await call(api('/me'), bearer(other.token))).status).toBe(401);
    expect(await bob.get(api('/me'))).toMatchObject({ status: 200 });
  });

  test('end by logging out, and logging out again harms nobody', async () => {
    const { token } = await logIn('ann');
    const answer = await call(api('/logout'), bearer(token), 'POST');
    expect(answer.headers.getSetCookie()).toHaveLength(3);
    expect((await call(api('/me'), bearer(token))).status).toBe(401);
    expect((await call(api('/logout'), bearer(token), 'POST')).status).toBe(200);
  });

  test('of one device are one: the older one ends', async () => {
    const [first, second] = [await logIn('bob'), await logIn('bob')];
    for (const { token } of [first, second]) expect((await call(api('/sessions/device'), bearer(token), 'PUT', { device_id: 'apple_rn-v2:x' })).status).toBe(200);
    expect((await call(api('/me'), bearer(first.token))).status).toBe(401);
    expect((await call(api('/me'), bearer(second.token))).status).toBe(200);
    expect((await call(api('/sessions/device'), bearer(second.token), 'PUT', {})).status).toBe(400);
  });

  test('of everybody are ended by administrators only', async () => {
    expect(await ann.post(api('/sessions/revoke/all'))).toMatchObject({ status: 403 });
    expect(await admin.post(api('/sessions/revoke/all'))).toMatchObject({ status: 200 });
    expect(await ann.get(api('/me'))).toMatchObject({ status: 401 });
    [ann, bob, admin] = [await signIn(server, { email: 'ann@example.com', password: PASSWORD }), await signIn(server, { email: 'bob@example.com', password: PASSWORD }), await signIn(server, TEST_ADMIN)];
  });
});

describe('personal tokens', () => {
  test('need a right, belong to one account and show themselves once', async () => {
    expect(await ann.post(api('/me/tokens'), { description: 'ci' })).toMatchObject({ status: 403 });
    await admin.put(api(`/${ann.user.id}/roles`), { roles: 'system_user system_user_access_token' });
    expect(await ann.post(api('/me/tokens'), { description: '' })).toMatchObject({ status: 400 });
    expect(await ann.post(api('/me/tokens'), { description: 'x'.repeat(256) })).toMatchObject({ status: 400 });
    expect(await ann.post(api(`/${bob.user.id}/tokens`), { description: 'ci' })).toMatchObject({ status: 403 });
    const { body } = await ann.post(api('/me/tokens'), { description: 'ci' });
    expect(body.token).toMatch(/^[a-z0-9]{26}$/);
    expect((await ann.get(api('/me/tokens'))).body).toEqual([{ id: body.id, user_id: ann.user.id, description: 'ci', is_active: true }]);
    expect((await ann.get(api(`/tokens/${body.id}`))).body).not.toHaveProperty('token');
    expect((await admin.post(api('/tokens/search'), { term: 'ann' })).body).toMatchObject([{ id: body.id }]);
    expect(await ann.get(api('/tokens'))).toMatchObject({ status: 403 });
  });

  test('work until they are disabled or revoked, which closes their connections', async () => {
    const { body } = await ann.post(api('/me/tokens'), { description: 'bot' });
    const status = async () => (await call(api('/me'), bearer(body.token))).status;
    expect(await status()).toBe(200);
    const socket = await openSocket(server, body.token);
    await ann.post(api('/tokens/disable'), { token_id: body.id });
    await socket.closed;
    expect(await status()).toBe(401);
    await ann.post(api('/tokens/enable'), { token_id: body.id });
    expect(await status()).toBe(200);
    await admin.put(api(`/${bob.user.id}/roles`), { roles: 'system_user system_user_access_token' });
    for (const what of ['disable', 'enable', 'revoke']) expect(await bob.post(api(`/tokens/${what}`), { token_id: body.id })).toMatchObject({ status: 403 });
    expect(await bob.get(api(`/tokens/${body.id}`))).toMatchObject({ status: 403 });
    await ann.post(api('/tokens/revoke'), { token_id: body.id });
    expect(await status()).toBe(401);
  });

  test('can be switched off for people, and bots keep theirs', async () => {
    const robo = await createUser(server.app.systemCtx(), { username: 'robo', email: 'robo@localhost', is_bot: true });
    const { token } = await createAccessToken(server.app.systemCtx(), robo.id, 'bot');
    const own = (await ann.post(api('/me/tokens'), { description: 'own' })).body.token;
    await server.app.settings.set(enableAccessTokens, false);
    expect((await call(api('/me'), bearer(own))).status).toBe(401);
    expect((await call(api('/me'), bearer(token!))).status).toBe(200);
    expect(await ann.post(api('/me/tokens'), { description: 'more' })).toMatchObject({ status: 501 });
    await server.app.settings.set(enableAccessTokens, true);
    owner_of_bots = ann.user.id;
    expect(await ann.post(api(`/${robo.id}/tokens`), { description: 'for my bot' })).toMatchObject({ status: 200 });
    owner_of_bots = '';
    expect(await ann.post(api(`/${robo.id}/tokens`), { description: 'for my bot' })).toMatchObject({ status: 403 });
  });
});

test('no token is kept in the database', async () => {
  const { token } = await logIn('ann');
  const personal = (await ann.post(api('/me/tokens'), { description: 'x' })).body.token;
  const rows = await server.app.db.rows<{ text: string }>('SELECT s::text AS text FROM sessions s UNION ALL SELECT t::text FROM user_access_tokens t');
  expect(rows.some(({ text }) => text.includes(token) || text.includes(personal))).toBe(false);
});

test('a desktop app continues the log-in of a browser, once', async () => {
  const { token } = (await ann.post('/api/muster/v1/desktop_tokens')).body;
  const begin = () => nobody(server).post('/api/v4/users/login/desktop_token', { token });
  const answer = await begin();
  expect(answer).toMatchObject({ status: 200, body: { id: ann.user.id } });
  expect(answer.headers.get('token')).toBeTruthy();
  expect(await begin()).toMatchObject({ status: 401, body: { id: 'app.desktop_token.validate.invalid' } });
});

test('the cookies of a session are for the subdomains too where the setting says so', async () => {
  const admin = await signIn(server, TEST_ADMIN);
  await admin.put('/api/v4/config/patch', { ServiceSettings: { AllowCookiesForSubdomains: true } });
  const logIn = async () => (await fetch(`${server.url}/api/v4/users/login`, { method: 'POST', body: JSON.stringify({ login_id: TEST_ADMIN.email, password: TEST_ADMIN.password }) })).headers.getSetCookie();
  expect((await logIn()).every((cookie) => cookie.includes('Domain=localhost'))).toBe(true);
  await admin.put('/api/v4/config/patch', { ServiceSettings: { AllowCookiesForSubdomains: false } });
  expect((await logIn()).some((cookie) => cookie.includes('Domain='))).toBe(false);
});

test('sessions whose time is over leave the database, those of apps ninety days later', async () => {
  const carl = await signUp(server, 'carl');
  await logIn('carl');
  await logIn('carl');
  const rows = await server.app.db.rows<{ id: string }>('SELECT id FROM sessions WHERE user_id = $1 ORDER BY id', [carl.user.id]);
  const [of_app, ...own] = rows.map((row) => row.id);
  await server.app.db.run('UPDATE sessions SET expires_at = $2::bigint, is_oauth = (id = $3) WHERE user_id = $1', [carl.user.id, now + 1, of_app]);
  const gone = async (at: number) => (await deleteExpired(server.app.db, at)).filter((one) => one.user_id === carl.user.id).map((one) => one.id).sort();
  expect(await gone(now)).toEqual([]);
  expect(await gone(now + 2)).toEqual(own);
  expect(await gone(now + 91 * DAY_MS)).toEqual([of_app]);
});
