import { TOTP, Secret } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { features } from '#features';
import { createUser } from '#identity/users/server/feature.ts';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { defineFeature } from '#kernel/server/index.ts';
import { openSocket } from '#kernel/testing/socket.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { sendMail, type Mail } from './user-tokens.ts';
import * as s from './users.settings.ts';

const mails: Mail[] = [];
const mailbox = defineFeature({ name: 'mailbox', area: 'integrations', summary: 'Keeps mails for this test.', contributes: [sendMail.add(async (_ctx, mail) => mails.push(mail) > 0)] });
const PASSWORD = 'Test-Password-1';
const api = (path: string) => `/api/v4/users${path}`;

let server: TestServer;
let admin: Client;
let now = Date.UTC(2030, 0, 1);

beforeAll(async () => {
  server = await startTestServer({ features: [...features, mailbox], clock: () => now });
  admin = await signIn(server, TEST_ADMIN);
});
afterAll(() => server?.close());

const logIn = (login_id: string, password: string, token = '') => nobody(server).post(api('/login'), { login_id, password, token });

describe('passwords', () => {
  test('lock an account after ten wrong ones, also when they come together, until an administrator unlocks it', async () => {
    const ann = await signUp(server, 'ann');
    const guesses = await Promise.all(Array.from({ length: 25 }, () => logIn('ann', 'wrong')));
    const ids = guesses.map((guess) => guess.body.id);
    expect(ids.filter((id) => id === 'api.user.login.invalid_credentials_email_username').length).toBeLessThanOrEqual(11);
    expect(await logIn('ann', PASSWORD)).toMatchObject({ status: 401, body: { id: 'api.user.check_user_login_attempts.too_many.app_error' } });
    expect(await ann.post(api(`/${ann.user.id}/reset_failed_attempts`))).toMatchObject({ status: 403 });
    expect(await admin.post(api(`/${ann.user.id}/reset_failed_attempts`))).toMatchObject({ status: 200 });
    expect(await logIn('ann', PASSWORD)).toMatchObject({ status: 200 });
    expect((await ann.get(api('/me'))).body).not.toHaveProperty('failed_attempts');
  });

  test('end all other sessions and their connections when they change', async () => {
    const bob = await signUp(server, 'bob');
    const elsewhere = await signIn(server, { email: 'bob@example.com', password: PASSWORD });
    const socket = await openSocket(server, elsewhere.token);
    expect(await bob.put(api('/me/password'), { current_password: PASSWORD, new_password: 'short' })).toMatchObject({ status: 400 });
    expect(await bob.put(api('/me/password'), { current_password: PASSWORD, new_password: 'Another-Pass-1' })).toMatchObject({ status: 200 });
    await socket.closed;
    expect(await elsewhere.get(api('/me'))).toMatchObject({ status: 401 });
    expect(await bob.get(api('/me'))).toMatchObject({ status: 200 });
    expect(await logIn('bob', PASSWORD)).toMatchObject({ status: 401 });
    expect(await logIn('bob', 'Another-Pass-1')).toMatchObject({ status: 200 });
  });

  test('are set for others by administrators only', async () => {
    const [cat, dan] = await Promise.all([signUp(server, 'cat'), signUp(server, 'dan')]);
    expect(await cat.put(api(`/${dan.user.id}/password`), { new_password: 'Another-Pass-1' })).toMatchObject({ status: 403, body: { id: 'api.user.update_password.context.app_error' } });
    expect(await admin.put(api(`/${dan.user.id}/password`), { new_password: 'Another-Pass-1' })).toMatchObject({ status: 200 });
    expect(await dan.get(api('/me'))).toMatchObject({ status: 401 });
    expect(await logIn('dan', 'Another-Pass-1')).toMatchObject({ status: 200 });
  });

  test('are set anew by the link of a mail: once, for a day, and only by its address', async () => {
    const eve = await signUp(server, 'eve');
    expect(await nobody(server).post(api('/password/reset/send'), { email: 'unknown@example.com' })).toMatchObject({ status: 200 });
    expect(mails.filter((mail) => mail.to === 'unknown@example.com')).toHaveLength(0);
    const tokenFor = async () => {
      await nobody(server).post(api('/password/reset/send'), { email: 'EVE@example.com' });
      return /token=(\w{64})/.exec(mails.at(-1)!.text)![1]!;
    };
    const reset = (token: string) => nobody(server).post(api('/password/reset'), { token, new_password: 'Another-Pass-2' });
    const old = await tokenFor();
    now += 25 * 3_600_000;
    expect(await reset(old)).toMatchObject({ status: 400, body: { id: 'api.user.reset_password.invalid_link.app_error' } });
    const fresh = await tokenFor();
    expect(await nobody(server).post(api('/password/reset'), { token: fresh, new_password: 'x' })).toMatchObject({ status: 400 });
    expect(await reset(fresh)).toMatchObject({ status: 200 });
    expect(await reset(fresh)).toMatchObject({ status: 400 });
    expect(await eve.get(api('/me'))).toMatchObject({ status: 401 });
    expect(await logIn('eve', 'Another-Pass-2')).toMatchObject({ status: 200 });
  });
});

describe('a second factor', () => {
  test('is asked for once it is set up, and each code works once', async () => {
    const fay = await signUp(server, 'fay');
    const { body } = await fay.post(api('/me/mfa/generate'));
    expect(Buffer.from(body.qr_code, 'base64').subarray(1, 4).toString()).toBe('PNG');
    const code = () => new TOTP({ secret: Secret.fromBase32(body.secret) }).generate({ timestamp: now });
    expect(await fay.put(api('/me/mfa'), { activate: true, code: '000000' })).toMatchObject({ status: 401 });
    expect(await fay.put(api('/me/mfa'), { activate: true, code: code() })).toMatchObject({ status: 200 });
    expect(await logIn('fay', PASSWORD)).toMatchObject({ status: 401, body: { id: 'mfa.validate_token.authenticate.app_error' } });
    expect(await logIn('fay', PASSWORD, code())).toMatchObject({ status: 401, body: { id: 'api.user.check_user_mfa.bad_code.app_error' } });
    now += 30_000;
    expect(await logIn('fay', PASSWORD, code())).toMatchObject({ status: 200, body: { mfa_active: true } });
    expect(await logIn('fay', PASSWORD, code())).toMatchObject({ status: 401 });
    expect(await logIn('fay', 'wrong', code())).toMatchObject({ body: { id: 'api.user.login.invalid_credentials_email_username' } });
    expect(await admin.put(api(`/${fay.user.id}/mfa`), { activate: false })).toMatchObject({ status: 200 });
    expect(await logIn('fay', PASSWORD)).toMatchObject({ status: 200 });
  });

  test('must be set up before anything else where the settings say so', async () => {
    const gus = await signUp(server, 'gus');
    await server.app.settings.set(s.enforceMfa, true);
    expect(await gus.get(api('/me/preferences'))).toMatchObject({ status: 403, body: { id: 'api.context.mfa_required.app_error' } });
    expect(await gus.post(api('/me/mfa/generate'))).toMatchObject({ status: 200 });
    await server.app.settings.set(s.enforceMfa, false);
    expect(await gus.get(api('/me/preferences'))).toMatchObject({ status: 200 });
  });
});

describe('administrators', () => {
  test('are changed by administrators only, whatever other rights somebody has', async () => {
    const manager = await signUp(server, 'manager');
    const role = (await admin.get('/api/v4/roles/name/system_user_manager')).body;
    await admin.put(`/api/v4/roles/${role.id}/patch`, { permissions: [...role.permissions, 'sysconsole_write_user_management_users', 'manage_roles', 'edit_other_users'] });
    await admin.put(api(`/${manager.user.id}/roles`), { roles: 'system_user system_user_manager' });
    const target = await signUp(server, 'target');
    expect(await manager.put(api(`/${target.user.id}/active`), { active: false })).toMatchObject({ status: 200 });
    expect(await manager.put(api(`/${target.user.id}/active`), { active: true })).toMatchObject({ status: 200 });
    for (const refused of [
      manager.put(api(`/${admin.user.id}/active`), { active: false }),
      manager.put(api(`/${admin.user.id}/password`), { new_password: 'Another-Pass-1' }),
      manager.put(api(`/${admin.user.id}/patch`), { email: 'mine@example.com' }),
      manager.put(api(`/${manager.user.id}/roles`), { roles: 'system_admin' }),
      manager.post(api(`/${admin.user.id}/reset_failed_attempts`)),
      manager.post(api(`/${admin.user.id}/sessions/revoke/all`)),
    ]) expect(await refused).toMatchObject({ status: 403 });
  });

  test('give roles that exist, and the change counts at once', async () => {
    const hal = await signUp(server, 'hal');
    expect(await hal.get('/api/v4/audits')).toMatchObject({ status: 403 });
    expect(await admin.put(api(`/${hal.user.id}/roles`), { roles: 'system_user no_such_role' })).toMatchObject({ status: 400 });
    expect(await admin.put(api(`/${hal.user.id}/roles`), { roles: '' })).toMatchObject({ status: 400 });
    const socket = await openSocket(server, hal.token);
    expect(await admin.put(api(`/${hal.user.id}/roles`), { roles: 'system_user system_admin' })).toMatchObject({ status: 200 });
    expect((await socket.untilEvent('user_role_updated')).data).toEqual({ user_id: hal.user.id, roles: 'system_user system_admin' });
    expect(await hal.get('/api/v4/audits')).toMatchObject({ status: 200 });
    await admin.put(api(`/${hal.user.id}/roles`), { roles: 'system_user' });
    expect(await hal.get('/api/v4/audits')).toMatchObject({ status: 403 });
    socket.close();
  });

  test('deactivate somebody, who is out at once, and bring him back', async () => {
    const ida = await signUp(server, 'ida');
    const token = (await admin.post(api(`/${ida.user.id}/tokens`), { description: 'mine' })).body.token;
    const [socket, by_token] = await Promise.all([openSocket(server, ida.token), openSocket(server, token)]);
    expect(await ida.put(api('/me/active'), { active: false })).toMatchObject({ status: 401, body: { id: 'api.user.update_active.not_enable.app_error' } });
    expect(await admin.del(api(`/${ida.user.id}`))).toMatchObject({ status: 200 });
    await Promise.all([socket.closed, by_token.closed]);
    expect(await ida.get(api('/me'))).toMatchObject({ status: 401 });
    const withToken = () => fetch(`${server.url}${api('/me')}`, { headers: { authorization: `Bearer ${token}` } }).then((answer) => answer.status);
    expect(await withToken()).toBe(401);
    expect(await logIn('ida', PASSWORD)).toMatchObject({ status: 401, body: { id: 'api.user.login.inactive.app_error' } });
    expect(await admin.put(api(`/${ida.user.id}/active`), { active: true })).toMatchObject({ status: 200 });
    expect(await ida.get(api('/me'))).toMatchObject({ status: 401 });
    expect(await withToken()).toBe(200);
    expect(await logIn('ida', PASSWORD)).toMatchObject({ status: 200 });
  });

  test('delete an account for good only where the settings allow it', async () => {
    const kim = await signUp(server, 'kim');
    expect(await admin.del(api(`/${kim.user.id}?permanent=true`))).toMatchObject({ status: 401, body: { id: 'api.user.delete_user.not_enabled.app_error' } });
    await server.app.settings.set(s.enableUserDeletion, true);
    expect(await kim.del(api('/me?permanent=true'))).toMatchObject({ status: 401 });
    expect(await admin.del(api(`/${kim.user.id}?permanent=true`))).toMatchObject({ status: 200 });
    expect(await admin.get(api(`/${kim.user.id}`))).toMatchObject({ status: 404 });
    expect(await signUp(server, 'kim')).toBeTruthy();
  });
});

test('a bot cannot log in, even with a password', async () => {
  await createUser(server.app.systemCtx(), { username: 'robo', email: 'robo@localhost', is_bot: true, password: PASSWORD });
  expect(await logIn('robo', PASSWORD)).toMatchObject({ status: 401, body: { id: 'api.user.login.bot_login_forbidden.app_error' } });
});

test('a guest knows only the people of the own channels', async () => {
  const [lea, max] = await Promise.all([signUp(server, 'lea'), signUp(server, 'max')]);
  await admin.post(api(`/${lea.user.id}/demote`));
  expect(await lea.get(api(`/${max.user.id}`))).toMatchObject({ status: 403 });
  expect(await lea.get(api('/username/max'))).toMatchObject({ status: 403 });
  expect((await lea.post(api('/ids'), [max.user.id, lea.user.id])).body).toMatchObject([{ id: lea.user.id }]);
  expect((await lea.post(api('/search'), { term: 'max' })).body).toEqual([]);
  expect((await lea.get(api('?per_page=200'))).body).toMatchObject([{ id: lea.user.id }]);
  expect(await lea.get(api(`/${max.user.id}/image`))).toMatchObject({ status: 403 });
  expect((await lea.post('/api/v4/channels/direct', [lea.user.id, max.user.id])).status).not.toBe(201);
  await admin.post(api(`/${lea.user.id}/promote`));
  expect(await lea.get(api(`/${max.user.id}`))).toMatchObject({ status: 200 });
});
