import { afterAll, beforeAll, expect, test } from 'vitest';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';

const api = (path: string) => `/api/v4${path}`;

let server: TestServer;
let admin: Client;
let ann: Client;
let now = Date.now();

beforeAll(async () => {
  server = await startTestServer({ clock: () => now });
  admin = await signIn(server, TEST_ADMIN);
  ann = await signUp(server, 'ann');
});
afterAll(() => server?.close());

test('a busy server does without searches until it is relieved, or the time is over', async () => {
  const search = () => ann.post(api('/users/search'), { term: 'a' });
  expect((await admin.get(api('/server_busy'))).body).toEqual({ busy: false, expires: 0 });
  expect(await admin.post(api('/server_busy?seconds=60'))).toMatchObject({ status: 200 });
  expect((await admin.get(api('/server_busy'))).body).toMatchObject({ busy: true, expires: Math.floor((now + 60_000) / 1000) });
  expect(await search()).toMatchObject({ status: 503, body: { id: 'api.context.server_busy.app_error' } });
  expect(await ann.get(api('/users/me'))).toMatchObject({ status: 200 });
  await admin.del(api('/server_busy'));
  expect(await search()).toMatchObject({ status: 200 });
  await admin.post(api('/server_busy?seconds=60'));
  now += 61_000;
  expect(await search()).toMatchObject({ status: 200 });
  for (const seconds of ['0', '-1', 'soon', '1.5', '99999999999']) expect(await admin.post(api(`/server_busy?seconds=${seconds}`))).toMatchObject({ status: 400 });
});

test('what was kept in memory is read again from the database', async () => {
  expect((await ann.get(api('/users/me'))).body.nickname).toBe('');
  await server.app.db.run("UPDATE users SET nickname = 'Behind the back' WHERE id = $1", [ann.user.id]);
  expect((await ann.get(api('/users/me'))).body.nickname).toBe('');
  expect(await admin.post(api('/caches/invalidate'))).toMatchObject({ status: 200 });
  expect((await ann.get(api('/users/me'))).body.nickname).toBe('Behind the back');
});

test('connections to the database are made anew without an answer being lost', async () => {
  const pids = async () => (await server.app.db.rows<{ pid: number }>('SELECT pg_backend_pid() AS pid')).map(({ pid }) => pid);
  const before = await pids();
  const slow = server.app.db.rows<{ one: number }>('SELECT 1 AS one FROM pg_sleep(0.2)');
  expect(await admin.post(api('/database/recycle'))).toMatchObject({ status: 200 });
  expect(await pids()).not.toEqual(before);
  expect(await slow).toEqual([{ one: 1 }]);
  expect(await server.app.db.tx((tx) => tx.one('SELECT 2 AS two'))).toEqual({ two: 2 });
});

test('records without their parents are found', async () => {
  const clean = (await admin.post(api('/integrity'))).body as { data: { records: unknown[] }; err: unknown }[];
  for (const { data, err } of clean) expect({ data, err }).toMatchObject({ data: { records: [] }, err: null });
  await server.app.db.tx(async (tx) => {
    await tx.run('SET LOCAL session_replication_role = replica'); // as if the check of the database had been off
    await tx.run("INSERT INTO preferences (user_id, category, name, value) VALUES ('nobodynobodynobodynobodyno', 'a', 'b', 'c')");
  });
  const found = (await admin.post(api('/integrity'))).body as typeof clean;
  expect(found.find(({ data }) => data.records.length)).toMatchObject({ data: { parent_name: 'users', child_name: 'preferences', parent_id_attr: 'user_id', records: [{ parent_id: 'nobodynobodynobodynobodyno', child_id: 'b' }] } });
});

test('an address is that of this server only if it answers there', async () => {
  expect(await admin.post(api('/site_url/test'), { site_url: server.url })).toMatchObject({ status: 200 });
  for (const site_url of ['nonsense', 'ftp://x', 'http://127.0.0.1:9']) expect(await admin.post(api('/site_url/test'), { site_url })).toMatchObject({ status: 400 });
});

test('a bucket is tried with the settings given, and its kept secret goes to no other store', async () => {
  const attempt = (FileSettings: object) => admin.post(api('/file/s3_test'), { FileSettings });
  expect(await admin.post(api('/file/s3_test'), {})).toMatchObject({ status: 400, body: { id: 'api.admin.test_s3.missing_s3_bucket' } });
  const store = { AmazonS3Bucket: 'ours', AmazonS3AccessKeyId: 'key', AmazonS3Endpoint: '127.0.0.1:9', AmazonS3SSL: false };
  expect(await attempt({ ...store, AmazonS3SecretAccessKey: 'typed' })).toMatchObject({ status: 400, body: { id: 'api.file.test_connection_s3_auth.app_error' } });
  expect(await attempt({ ...store, AmazonS3SecretAccessKey: '********************************' })).toMatchObject({ status: 400, body: { id: 'api.admin.test_s3.reenter_secret' } });
  expect(await ann.post(api('/file/s3_test'), {})).toMatchObject({ status: 403 });
});

test('clients are told what they ask of a server of this protocol', async () => {
  expect((await ann.get(api('/usage/teams'))).body).toEqual({ active: 0, cloud_archived: 0 });
  expect((await ann.get(api('/usage/posts'))).body).toHaveProperty('count');
  expect((await ann.get(api('/usage/storage'))).body).toHaveProperty('bytes');
  expect((await admin.get(api('/latest_version'))).body.tag_name).toBe(`v${server.app.version}`);
  expect((await admin.get(api('/system/onboarding/complete'))).body).toEqual({ name: 'FirstAdminSetupComplete', value: 'false' });
  await admin.post(api('/system/onboarding/complete'), { organization: 'Crew' });
  expect((await admin.get(api('/system/onboarding/complete'))).body.value).toBe('true');
  expect((await ann.post(api('/notifications/ack'), { id: 'x', platform: 'ios', type: 'message' })).body).toEqual({ status: 'OK' });
});

test('only administrators keep the server', async () => {
  for (const [method, path] of [['GET', '/server_busy'], ['POST', '/server_busy'], ['DELETE', '/server_busy'], ['POST', '/caches/invalidate'], ['POST', '/database/recycle'], ['POST', '/integrity'], ['GET', '/latest_version'], ['POST', '/system/onboarding/complete']] as const) {
    expect(await ann.call(method, api(path)), path).toMatchObject({ status: 403 });
    expect(await nobody(server).call(method, api(path)), path).toMatchObject({ status: 401 });
  }
});
