import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { openSocket } from '#kernel/testing/socket.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import seed from './config.seed.json' with { type: 'json' };

const api = (path: string) => `/api/v4${path}`;

let server: TestServer;
let admin: Client;
let ann: Client;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  ann = await signUp(server, 'ann');
});
afterAll(() => server?.close());

const patch = (config: object, who = admin) => who.put(api('/config/patch'), config);
const shapeOf = (tree: object): object => Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, value && typeof value === 'object' && !Array.isArray(value) ? shapeOf(value) : typeof value]));

describe('the config', () => {
  test('has every setting of the protocol, in its form', async () => {
    const { body } = await admin.get(api('/config'));
    for (const [section, values] of Object.entries(seed)) expect(shapeOf(body[section]), section).toMatchObject(shapeOf(values));
  });

  test('can be written back whole as it was read, which changes nothing', async () => {
    const { body } = await admin.get(api('/config'));
    const before = await server.app.db.rows('SELECT key FROM settings ORDER BY key');
    expect(await admin.put(api('/config'), body)).toMatchObject({ status: 200, body });
    expect(await server.app.db.rows('SELECT key FROM settings ORDER BY key')).toEqual(before);
  });

  test('keeps what no part of this server obeys, tells it to clients, and knows it after a restart', async () => {
    expect((await patch({ ServiceSettings: { EnableGifPicker: true }, AutoTranslationSettings: { LibreTranslate: { URL: 'https://translate.example.com', APIKey: 'hunter2' } }, PluginSettings: { PluginStates: { 'com.example.one': { Enable: true } } } })).status).toBe(200);
    expect((await ann.get(api('/config/client'))).body.EnableGifPicker).toBe('true');
    await server.restart();
    const { body } = await admin.get(api('/config'));
    expect(body.ServiceSettings.EnableGifPicker).toBe(true);
    expect(body.AutoTranslationSettings.LibreTranslate.URL).toBe('https://translate.example.com');
    expect(body.AutoTranslationSettings.LibreTranslate.APIKey).toMatch(/^\*+$/);
    expect(body.PluginSettings.PluginStates).toEqual({ 'com.example.one': { Enable: true } });
    for (const wrong of [{ ServiceSettings: { EnableGifPicker: 'yes' } }, { PluginSettings: { PluginStates: [] } }, { DisplaySettings: { CustomURLSchemes: [1] } }]) expect(await patch(wrong)).toMatchObject({ status: 400, body: { id: 'api.config.update_config.invalid.app_error' } });
  });

  test('can be read without what is as delivered, and without secrets', async () => {
    const { body } = await admin.get(api('/config?remove_defaults=true&remove_masked=true'));
    expect(body.ServiceSettings).toEqual({ SiteURL: server.app.site_url, EnableGifPicker: true });
    expect(body.TeamSettings).toBeUndefined();
    expect(JSON.stringify(body)).not.toContain('***');
  });

  test('names the address of the server, which cannot be cleared nor be nonsense', async () => {
    expect(await patch({ ServiceSettings: { SiteURL: '' } })).toMatchObject({ status: 400, body: { id: 'api.config.update_config.clear_siteurl.app_error' } });
    for (const SiteURL of ['chat.example.com', 'https://chat.example.com/path', 'javascript:alert(1)']) expect(await patch({ ServiceSettings: { SiteURL } })).toMatchObject({ status: 400 });
    const before = server.app.site_url;
    expect((await patch({ ServiceSettings: { SiteURL: 'https://chat.example.com' } })).body.ServiceSettings.SiteURL).toBe('https://chat.example.com');
    expect((await ann.get(api('/config/client'))).body.SiteURL).toBe('https://chat.example.com');
    await patch({ ServiceSettings: { SiteURL: before } });
  });

  test('tells clients once of several changes, and the audit who changed what, secrets aside', async () => {
    const socket = await openSocket(server, ann.token);
    await patch({ TeamSettings: { SiteName: 'Tower', CustomDescriptionText: 'ours' }, EmailSettings: { SMTPPassword: 'hunter2' } });
    await socket.untilEvent('config_changed');
    await patch({ TeamSettings: { SiteName: 'Muster' } });
    await socket.untilEvent('config_changed');
    expect(socket.heard.filter((frame) => frame.event === 'config_changed')).toHaveLength(2);
    const audits = (await admin.get(api('/audits'))).body as { action: string; user_id: string; extra_info: string }[];
    const record = audits.find(({ action, extra_info }) => action === 'patch-config' && extra_info.includes('CustomDescriptionText'));
    expect(record).toMatchObject({ user_id: admin.user.id, extra_info: expect.stringContaining('TeamSettings.SiteName: "Muster" → "Tower"') });
    expect(record!.extra_info).toContain('EmailSettings.SMTPPassword (secret)');
    expect(JSON.stringify(audits)).not.toContain('hunter2');
    socket.close();
  });

  test('lives in the database, so that there is nothing to migrate', async () => {
    expect(await admin.post(api('/config/migrate'), { from: 'config.json', to: 'postgres://' })).toMatchObject({ status: 400, body: { id: 'api.config.migrate_config.app_error' } });
  });
});

describe('an administrator of a part', () => {
  test('sees and changes only the settings of that part', async () => {
    const eve = await signUp(server, 'eve');
    await admin.put(api(`/users/${eve.user.id}/roles`), { roles: 'system_user system_read_only_admin' });
    const reader = await signIn(server, { email: 'eve@example.com', password: 'Test-Password-1' });
    const { status, body } = await reader.get(api('/config'));
    expect(status).toBe(200);
    expect(body.TeamSettings).toHaveProperty('SiteName');
    expect(body.ClientRequirements, 'what is for full administrators').toBeUndefined();
    expect(await patch({ TeamSettings: { SiteName: 'Eve' } }, reader)).toMatchObject({ status: 403 });
    await admin.put(api(`/users/${eve.user.id}/roles`), { roles: 'system_user system_manager' });
    const manager = await signIn(server, { email: 'eve@example.com', password: 'Test-Password-1' });
    expect(await patch({ TeamSettings: { MaxNotificationsPerChannel: 900 } }, manager)).toMatchObject({ status: 200 });
    expect(await patch({ ClientRequirements: { AndroidMinVersion: '1' } }, manager)).toMatchObject({ status: 403 });
    expect(await manager.put(api('/config'), (await manager.get(api('/config'))).body)).toMatchObject({ status: 200 });
  });
});
