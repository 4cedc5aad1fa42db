import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { authorizationFor } from './feature.ts';

const PATH = '/api/v4/oauth/outgoing_connections';

let server: TestServer;
let issuer: Server;
let token_url: string;
let admin: Client;
let ann: Client;
let team_id: string;
let asked: string[] = [];
let later_ms = 0;

beforeAll(async () => {
  issuer = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    asked.push(body);
    const is_right = new URLSearchParams(body).get('client_secret') === 'right';
    response.writeHead(is_right ? 200 : 401, { 'content-type': 'application/json' }).end(JSON.stringify(is_right ? { access_token: `token-${asked.length}`, expires_in: 600 } : { error: 'invalid_client' }));
  }).listen(0, '127.0.0.1');
  await new Promise((done) => issuer.once('listening', done));
  token_url = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/token`;
  server = await startTestServer({ clock: () => Date.now() + later_ms });
  admin = await signIn(server, TEST_ADMIN);
  ann = await signUp(server, 'ann');
  team_id = (await admin.post('/api/v4/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' })).body.id;
});
afterAll(async () => {
  issuer?.close();
  await server?.close();
});

const wish = (more: object = {}) => ({ name: 'CI', client_id: 'muster', client_secret: 'right', grant_type: 'client_credentials', oauth_token_url: token_url, audiences: ['https://ci.example.com/hooks'], ...more });
const carried = () => authorizationFor(server.app, 'https://ci.example.com/hooks/1');

test('there are none until they are switched on', async () => {
  expect(await admin.get(`${PATH}?team_id=${team_id}`)).toMatchObject({ status: 501 });
  expect(await carried()).toBeUndefined();
});

test('a call below an audience carries a token, which is asked for again when it ends or the connection changes', async () => {
  await admin.put('/api/v4/config/patch', { ServiceSettings: { EnableOutgoingOAuthConnections: true, AllowedUntrustedInternalConnections: '127.0.0.1' } });
  const { status, body } = await admin.post(PATH, wish());
  expect(status, JSON.stringify(body)).toBe(201);
  expect(JSON.stringify(body)).not.toContain('right');
  expect(await carried()).toBe('Bearer token-1');
  expect(await carried()).toBe('Bearer token-1');
  expect(Object.fromEntries(new URLSearchParams(asked[0]))).toEqual({ grant_type: 'client_credentials', client_id: 'muster', client_secret: 'right' });
  expect(await authorizationFor(server.app, 'https://elsewhere.example.com/hooks/1')).toBeUndefined();
  later_ms += 10 * 60_000;
  expect(await carried()).toBe('Bearer token-2');
  expect(await admin.put(`${PATH}/${body.id}`, wish({ client_secret: '', grant_type: 'password', credentials_username: 'bot', credentials_password: 'hidden' }))).toMatchObject({ status: 200, body: { credentials_username: 'bot' } });
  expect(await carried()).toBe('Bearer token-3');
  expect(Object.fromEntries(new URLSearchParams(asked[2]))).toMatchObject({ grant_type: 'password', username: 'bot', password: 'hidden', client_secret: 'right' });
  expect(await admin.put(`${PATH}/${body.id}`, wish({ client_secret: '', oauth_token_url: 'https://evil.example.com/token' }))).toMatchObject({ status: 400 });
  const [row] = await server.app.db.rows<{ client_secret: string; credentials_password: string }>('SELECT client_secret, credentials_password FROM outgoing_oauth_connections');
  expect(server.app.secrets.isSealed(row!.client_secret) && server.app.secrets.isSealed(row!.credentials_password)).toBe(true);
  expect((await admin.get(`${PATH}?team_id=${team_id}`)).body).toMatchObject([{ id: body.id, name: 'CI' }]);
  expect((await admin.get(`${PATH}?team_id=${team_id}&audience=https://ci.example.com/hooks/x`)).body).toHaveLength(1);
  expect(JSON.stringify((await admin.get(`${PATH}/${body.id}`)).body)).not.toMatch(/right|hidden/);
  for (const [method, path] of [['GET', `?team_id=${team_id}`], ['GET', `/${body.id}`], ['DELETE', `/${body.id}`]] as const) expect(await ann.call(method, PATH + path)).toMatchObject({ status: 403 });
  expect(await admin.del(`${PATH}/${body.id}`)).toMatchObject({ status: 200 });
  expect(await carried()).toBeUndefined();
});

test('it can be tried, and says why it does not work', async () => {
  expect(await admin.post(`${PATH}/validate`, wish())).toMatchObject({ status: 200 });
  expect(await admin.post(`${PATH}/validate`, wish({ client_secret: 'wrong' }))).toMatchObject({ status: 400, body: { message: expect.stringContaining('401') } });
  for (const more of [{ name: '' }, { grant_type: 'x' }, { audiences: [] }, { audiences: ['x'] }, { oauth_token_url: 'x' }, { grant_type: 'password' }]) expect(await admin.post(PATH, wish(more))).toMatchObject({ status: 400 });
});
