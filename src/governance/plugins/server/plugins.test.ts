import { afterAll, beforeAll, expect, test } from 'vitest';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';

const PLUGINS = '/api/v4/plugins';

let server: TestServer;
let admin: Client;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
});
afterAll(() => server?.close());

test('there are no plugins to load, for nobody', async () => {
  expect((await admin.get(PLUGINS)).body).toEqual({ active: [], inactive: [] });
  for (const path of ['/statuses', '/webapp', '/marketplace']) expect((await admin.get(`${PLUGINS}${path}`)).body, path).toEqual([]);
  expect(await nobody(server).get(`${PLUGINS}/webapp`)).toMatchObject({ status: 200, body: [] });
  expect(await (await signUp(server, 'ann')).get(PLUGINS)).toMatchObject({ status: 403 });
});

test('none can be brought', async () => {
  const form = new FormData();
  form.append('plugin', new Blob([new Uint8Array(3_000_000)]), 'a.tar.gz');
  const upload = await fetch(server.url + PLUGINS, { method: 'POST', headers: { authorization: `Bearer ${admin.token}` }, body: form });
  expect([upload.status, (await upload.json() as { id: string }).id]).toEqual([501, 'app.plugin.upload_disabled.app_error']);
  for (const path of ['/install_from_url?plugin_download_url=https://example.com/a', '/marketplace']) expect(await admin.post(`${PLUGINS}${path}`, { id: 'a', version: '1' })).toMatchObject({ status: 501 });
  for (const [method, path] of [['DELETE', ''], ['POST', '/enable'], ['POST', '/disable'], ['POST', '/detach']] as const) expect(await admin.call(method, `${PLUGINS}/com.example.one${path}`)).toMatchObject({ status: 404, body: { id: 'app.plugin.not_installed.app_error' } });
});

test('a first look at the marketplace is noted', async () => {
  const visit = `${PLUGINS}/marketplace/first_admin_visit`;
  expect((await admin.get(visit)).body).toEqual({ name: 'FirstAdminVisitMarketplace', value: 'false' });
  expect(await admin.post(visit, { name: 'FirstAdminVisitMarketplace', value: 'true' })).toMatchObject({ status: 200 });
  expect((await admin.get(visit)).body.value).toBe('true');
});
