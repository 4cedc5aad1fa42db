import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSharp } from '#kernel/server/index.ts';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';

const IMAGE = '/api/v4/brand/image';

let server: TestServer;
let admin: Client;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
});
afterAll(() => server?.close());

async function upload(bytes: Buffer, token = admin.token, field = 'image'): Promise<number> {
  const form = new FormData();
  form.append(field, new Blob([new Uint8Array(bytes)]), 'a.png');
  return (await fetch(server.url + IMAGE, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form })).status;
}

test('the picture of the log-in page is set by administrators, seen by everybody, and removed', async () => {
  const picture = await (await loadSharp())({ create: { width: 40, height: 20, channels: 3, background: '#1f5fbf' } }).jpeg().toBuffer();
  expect((await nobody(server).get(IMAGE)).status).toBe(404);
  expect(await upload(picture, (await signUp(server, 'ann')).token)).toBe(403);
  expect(await upload(Buffer.from('<svg onload="alert(1)"/>'))).toBe(400);
  expect(await upload(picture, admin.token, 'other')).toBe(400);
  expect(await upload(picture)).toBe(201);
  const answer = await fetch(server.url + IMAGE);
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect(await (await loadSharp())(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({ format: 'png', width: 40, height: 20 });
  expect((await admin.del(IMAGE)).status).toBe(200);
  expect((await admin.del(IMAGE)).status).toBe(404);
  expect((await nobody(server).get(IMAGE)).status).toBe(404);
});
