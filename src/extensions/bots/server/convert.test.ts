import { afterAll, beforeAll, expect, test } from 'vitest';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';

let server: TestServer;
let admin: Client;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
});
afterAll(() => server?.close());

test('an account of a person becomes one of a bot, and one of a person again', async () => {
  const ann = await signUp(server, 'ann');
  const path = `/api/v4/users/${ann.user.id}/convert_to_bot`;
  expect((await ann.post(path)).status).toBe(403);
  expect((await admin.post(path)).body).toMatchObject({ user_id: ann.user.id, username: 'ann', owner_id: ann.user.id });
  expect((await ann.get('/api/v4/users/me')).status).toBe(401);
  expect((await admin.get(`/api/v4/users/${ann.user.id}`)).body.is_bot).toBe(true);
  expect((await admin.post(path)).status).toBe(400);
  const back = `/api/v4/bots/${ann.user.id}/convert_to_user`;
  expect((await admin.post(back, {})).status).toBe(400);
  expect((await admin.post(`${back}?set_system_admin=true`, { password: 'Other-Password-1', email: 'ann@example.org' })).body).toMatchObject({ email: 'ann@example.org', roles: 'system_user system_admin' });
  expect((await nobody(server).post('/api/v4/users/login', { login_id: 'ann@example.org', password: 'Other-Password-1' })).status).toBe(200);
  expect((await admin.get(`/api/v4/bots/${ann.user.id}`)).status).toBe(404);
});
