import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nobody, signIn, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';

let server: TestServer;
let admin: Client;
let later_ms = 0;

beforeAll(async () => {
  server = await startTestServer({ clock: () => Date.now() + later_ms });
  admin = await signIn(server, TEST_ADMIN);
  for (const name of ['a_export.zip', 'b_export.zip']) await server.app.files.write(`export/${name}`, Readable.from([Buffer.from(`this is ${name}`)]));
});
afterAll(() => server?.close());

test('an administrator can give a link to one export away, which works without a log-in until it expires', async () => {
  await admin.put('/api/v4/config/patch', { FileSettings: { ExportAmazonS3PresignExpiresSeconds: 60 } });
  const { status, body } = await admin.post('/api/v4/exports/a_export.zip/presign-url');
  expect(status).toBe(200);
  expect(body.expiration).toBe(60_000_000_000);
  const { pathname, search } = new URL(body.url);
  expect(await (await fetch(server.url + pathname + search)).text()).toBe('this is a_export.zip');
  for (const path of [pathname, `${pathname}${search.slice(0, -4)}`, `${pathname.replace('a_', 'b_')}${search}`, `${pathname}?ticket=${Buffer.from(server.app.secrets.seal('["other",1]')).toString('base64url')}`]) {
    expect(await nobody(server).get(path)).toMatchObject({ status: 403, body: { id: 'api.export.link.invalid.app_error' } });
  }
  later_ms = 61_000;
  expect(await nobody(server).get(pathname + search)).toMatchObject({ status: 403, body: { id: 'api.export.link.expired.app_error' } });
});
