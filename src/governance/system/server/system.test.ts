import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { features } from '#features';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { defineFeature, setting } from '#kernel/server/index.ts';
import { openSocket } from '#kernel/testing/socket.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import seed from './client-config.seed.json' with { type: 'json' };
import { siteName } from './system.settings.ts';

const password = setting({ key: 'TestSettings.Password', default: '', summary: 'A secret.', is_secret: true, client: 'TestPassword' });
const vault = defineFeature({ name: 'vault', area: 'integrations', summary: 'Has a secret setting.', settings: [password] });
const api = (path: string) => `/api/v4${path}`;

let server: TestServer;
let admin: Client;
let ann: Client;

beforeAll(async () => {
  server = await startTestServer({ features: [...features, vault], env: { MUSTER_SUPPORTSETTINGS_HELPLINK: 'https://help.example.com' } });
  admin = await signIn(server, TEST_ADMIN);
  ann = await signUp(server, 'ann');
});
afterAll(() => server?.close());

describe('the client config', () => {
  test('has before log-in only what everybody may know, afterwards all, and texts only', async () => {
    const [open, full] = [(await nobody(server).get(api('/config/client?format=old'))).body, (await ann.get(api('/config/client'))).body];
    expect(Object.keys(seed.public).filter((key) => !(key in open))).toEqual([]);
    expect([...Object.keys(seed.public), ...Object.keys(seed.signed_in)].filter((key) => !(key in full))).toEqual([]);
    expect(Object.keys(seed.signed_in).filter((key) => key in open)).toEqual([]);
    expect(Object.values({ ...open, ...full }).every((value) => typeof value === 'string')).toBe(true);
    expect(full).toMatchObject({ SiteName: 'Muster', BuildEnterpriseReady: 'true', MaxPostSize: '16383', NoAccounts: 'false', HelpLink: 'https://help.example.com' });
    expect(full).not.toHaveProperty('TestPassword');
  });

  test('follows a setting: the version of every answer and a frame tell clients', async () => {
    const version = async () => (await ann.get(api('/system/ping'))).headers.get('x-version-id');
    const before = await version();
    const socket = await openSocket(server, ann.token);
    await server.app.settings.set(siteName, 'Watch <b>tower</b>');
    expect((await socket.untilEvent('config_changed')).data.config).toMatchObject({ SiteName: 'Watch <b>tower</b>' });
    expect(await version()).not.toBe(before);
    expect(before).toMatch(/^[\d.]+\.[0-9a-f]{32}\.true$/);
    await server.app.settings.set(siteName, 'Muster');
    expect(await version()).toBe(before);
    socket.close();
  });

  test('announces every feature, to everybody', async () => {
    const licence = (await nobody(server).get(api('/license/client?format=old'))).body;
    expect(licence).toMatchObject({ IsLicensed: 'true', LDAP: 'true', SAML: 'true', Cluster: 'true', GuestAccounts: 'true', Cloud: 'false' });
    expect(licence).not.toHaveProperty('ExpiresAt');
    expect((await admin.get(api('/license/client'))).body).toHaveProperty('ExpiresAt');
  });
});

describe('the config', () => {
  test('is for administrators, with secrets masked', async () => {
    await server.app.settings.set(password, 'hunter2');
    const { body } = await admin.get(api('/config'));
    expect(body.TeamSettings).toMatchObject({ SiteName: 'Muster', EnableOpenServer: true });
    expect(JSON.stringify(body)).not.toContain('hunter2');
    for (const person of [ann, nobody(server)]) expect((await person.get(api('/config'))).status).toBe(person === ann ? 403 : 401);
    for (const [method, path] of [['PUT', '/config'], ['PUT', '/config/patch'], ['POST', '/config/reload'], ['GET', '/audits'], ['GET', '/analytics/old'], ['GET', '/system/schema/version']] as const) {
      expect(await ann.call(method, api(path), method === 'PUT' ? {} : undefined)).toMatchObject({ status: 403 });
    }
  });

  test('is changed as a whole or in parts, and a masked secret stays what it was', async () => {
    const { body } = await admin.get(api('/config'));
    expect((await admin.put(api('/config'), { ...body, TeamSettings: { ...body.TeamSettings, SiteName: 'Whole' } })).body.TeamSettings.SiteName).toBe('Whole');
    expect(server.app.settings.get(password)).toBe('hunter2');
    expect((await admin.put(api('/config/patch'), { TeamSettings: { SiteName: 'Part' } })).body.TeamSettings.SiteName).toBe('Part');
    await admin.put(api('/config/patch'), { TeamSettings: { SiteName: 'Muster' } });
  });

  test('takes a wrong value for none of the settings, and nothing that the environment fixes', async () => {
    expect(await admin.put(api('/config/patch'), { TeamSettings: { SiteName: 'Half', EnableOpenServer: 'yes' } })).toMatchObject({ status: 400, body: { id: 'api.config.update_config.invalid.app_error' } });
    expect(server.app.settings.get(siteName)).toBe('Muster');
    expect(await admin.put(api('/config/patch'), { TeamSettings: 'x' })).toMatchObject({ status: 400 });
    expect(await admin.put(api('/config/patch'), { PasswordSettings: { MinimumLength: 1 } })).toMatchObject({ status: 400 });
    expect(await admin.put(api('/config/patch'), { SupportSettings: { HelpLink: 'https://other.example.com' } })).toMatchObject({ status: 403 });
    expect((await admin.get(api('/config/environment'))).body).toEqual({ SupportSettings: { HelpLink: true } });
    expect((await ann.get(api('/config/environment'))).body).toEqual({});
    expect(await admin.put(api('/config/patch'), JSON.parse('{"__proto__": {"SiteName": "x"}, "NoSuchSettings": {"A": 1}}'))).toMatchObject({ status: 200 });
  });
});

describe('the server', () => {
  test('says that it is well, and that it is not when its database does not answer', async () => {
    expect((await nobody(server).get(api('/system/ping?get_server_status=true'))).body).toMatchObject({ status: 'OK', database_status: 'OK', filestore_status: 'OK' });
    const broken = vi.spyOn(server.app.db, 'maybe').mockRejectedValueOnce(new Error('gone'));
    expect(await nobody(server).get(api('/system/ping?get_server_status=true'))).toMatchObject({ status: 500, body: { status: 'UNHEALTHY', database_status: 'UNHEALTHY' } });
    broken.mockRestore();
  });

  test('shows who did what, the newest first, without what was secret', async () => {
    await ann.put(api('/users/me/password'), { current_password: 'a wrong secret', new_password: 'Another-Secret-1' });
    const { body } = await ann.get(api('/users/me/audits'));
    expect(body[0]).toMatchObject({ action: 'change-password', user_id: ann.user.id });
    expect(body[0].extra_info).toContain('api.user.update_password.incorrect.app_error');
    expect(body.some((audit: { action: string }) => audit.action === 'log-in')).toBe(true);
    expect(JSON.stringify((await admin.get(api('/audits?per_page=1000'))).body)).not.toMatch(/secret/i);
    expect(await ann.get(api(`/users/${admin.user.id}/audits`))).toMatchObject({ status: 403 });
  });

  test('answers what clients ask at their start', async () => {
    expect((await ann.get(api('/limits/server'))).body).toMatchObject({ maxUsersLimit: 0, activeUserCount: 0 });
    expect((await admin.get(api('/limits/server'))).body.activeUserCount).toBeGreaterThan(1);
    expect((await ann.get(api('/system/timezones'))).body).toContain('Europe/Berlin');
    expect((await ann.get(api(`/system/notices/${'a'.repeat(26)}?client=web&locale=en`))).body).toEqual([]);
    expect(await ann.get(api(`/system/notices/${'a'.repeat(26)}?client=toaster`))).toMatchObject({ status: 400 });
    expect((await ann.get(api('/redirect_location?url=http://169.254.169.254/'))).body).toEqual({ location: '' });
    expect(await ann.get(api('/redirect_location'))).toMatchObject({ status: 400 });
  });

  test('notes what clients complain about, from those who are signed in', async () => {
    expect((await ann.post(api('/logs'), { level: 'ERROR', message: 'x'.repeat(5_000) })).body).toEqual({ level: 'ERROR', message: 'x'.repeat(400) });
    expect(await nobody(server).post(api('/logs'), { level: 'ERROR', message: 'x' })).toMatchObject({ status: 403 });
    expect(await ann.post(api('/logs'), { level: {}, message: 7 })).toMatchObject({ status: 400 });
  });

  test('sends a message of its own to who tests the notifications', async () => {
    const socket = await openSocket(server, ann.token);
    expect(await ann.post(api('/notifications/test'))).toMatchObject({ status: 200 });
    const { data } = await socket.untilEvent('posted');
    expect(data).toMatchObject({ channel_type: 'D', sender_name: '@system-bot' });
    expect(JSON.parse(data.mentions)).toEqual([ann.user.id]);
    expect(await nobody(server).post(api('/users'), { username: 'System-Bot', email: 'x@example.com', password: 'Test-Password-1' })).toMatchObject({ status: 400 });
    socket.close();
  });

  test('counts what is in it', async () => {
    const { body } = await admin.get(api('/analytics/old?name=standard'));
    expect(body).toContainEqual({ name: 'unique_user_count', value: 2 });
    for (const name of ['post_counts_day', 'bot_post_counts_day', 'user_counts_with_posts_day']) expect(await admin.get(api(`/analytics/old?name=${name}`))).toMatchObject({ status: 200 });
    expect(await admin.get(api('/analytics/old?name=nothing'))).toMatchObject({ status: 400 });
  });
});
