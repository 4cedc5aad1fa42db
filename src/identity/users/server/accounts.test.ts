import { TOTP, Secret } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { openSocket } from '#kernel/testing/socket.ts';
import { enableGuestAccounts } from './users.settings.ts';

let server: TestServer;
let admin: Client;
let ann: Client;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  ann = await signUp(server, 'ann');
});
afterAll(() => server?.close());

test('a change of roles reaches connections that are open', async () => {
  const socket = await openSocket(server, ann.token);
  const others = async () => {
    await socket.ask('ping');
    const frame = socket.heard.findLast((one) => one.event === 'user_updated');
    return frame?.data.user as object;
  };
  await admin.put('/api/v4/users/me/patch', { nickname: 'Boss' });
  expect(await others()).not.toHaveProperty('notify_props');
  await admin.put(`/api/v4/users/${ann.user.id}/roles`, { roles: 'system_user system_admin' });
  await admin.put('/api/v4/users/me/patch', { nickname: 'Chief' });
  expect(await others()).toHaveProperty('notify_props');
  await admin.put(`/api/v4/users/${ann.user.id}/roles`, { roles: 'system_user' });
  await admin.put('/api/v4/users/me/patch', { nickname: 'Boss' });
  expect(await others()).not.toHaveProperty('notify_props');
  socket.close();
});

test('the secret of a second factor is sealed in the database, also one of an older version, and works', async () => {
  const { secret } = (await ann.post('/api/v4/users/me/mfa/generate')).body;
  const kept = async () => (await server.app.db.one<{ mfa_secret: string }>('SELECT mfa_secret FROM user_credentials WHERE user_id = $1', [ann.user.id])).mfa_secret;
  expect(await kept()).toMatch(/^sealed:/);
  await server.app.db.run('UPDATE user_credentials SET mfa_secret = $2 WHERE user_id = $1', [ann.user.id, secret]);
  await server.restart();
  expect(await kept()).toMatch(/^sealed:/);
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  expect((await ann.put('/api/v4/users/me/mfa', { activate: true, code })).body).toEqual({ status: 'OK' });
  await admin.put(`/api/v4/users/${ann.user.id}/mfa`, { activate: false });
});

test('switching guest accounts off deactivates the guests and keeps them out', async () => {
  const gus = await signUp(server, 'gus');
  await admin.post(`/api/v4/users/${gus.user.id}/demote`);
  const socket = await openSocket(server, ann.token);
  await server.app.settings.set(enableGuestAccounts, false);
  await socket.untilEvent('guests_deactivated');
  expect((await gus.get('/api/v4/users/me')).status).toBe(401);
  expect((await admin.get(`/api/v4/users/${gus.user.id}`)).body.delete_at).toBeGreaterThan(0);
  await server.app.settings.set(enableGuestAccounts, true);
  await admin.put(`/api/v4/users/${gus.user.id}/active`, { active: true });
  await server.app.settings.set(enableGuestAccounts, false);
  expect((await nobody(server).post('/api/v4/users/login', { login_id: 'gus', password: 'Test-Password-1' })).status).toBe(401);
  await server.app.settings.set(enableGuestAccounts, true);
  socket.close();
});
