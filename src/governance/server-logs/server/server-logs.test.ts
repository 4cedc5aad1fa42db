import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';

const LOGS = '/api/v4/logs';

let server: TestServer;
let admin: Client;
let ann: Client;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  ann = await signUp(server, 'ann');
  for (const n of [1, 2, 3]) server.app.log.error({ n, password: 'hunter2' }, `trouble ${n}`);
});
afterAll(() => server?.close());

test('administrators read the newest lines, page by page, without secrets', async () => {
  const lines = async (query: string) => (await admin.get<string[]>(`${LOGS}${query}`)).body.map((line) => JSON.parse(line));
  expect((await lines('?logs_per_page=2')).map(({ msg }) => msg)).toEqual(['trouble 2', 'trouble 3']);
  expect((await lines('?logs_per_page=2&page=1')).map(({ msg }) => msg)).toContain('trouble 1');
  expect((await lines(''))[0]).toMatchObject({ level: 'error', timestamp: expect.stringMatching(/^\d{4}-/) });
  const { status, headers, body } = await admin.get(`${LOGS}/download`);
  expect({ status, type: headers.get('content-type') }).toMatchObject({ status: 200, type: expect.stringContaining('text/plain') });
  expect(body).toContain('trouble 3');
  expect(body).not.toContain('hunter2');
  for (const path of ['', '/download']) expect(await ann.get(`${LOGS}${path}`)).toMatchObject({ status: 403 });
});

test('lines are found by level and time', async () => {
  const find = async (filter: object) => (await admin.post(`${LOGS}/query`, filter)).body.default?.length ?? 0;
  expect(await find({ log_levels: ['ERROR'] })).toBeGreaterThanOrEqual(3);
  expect(await find({ log_levels: ['debug'] })).toBe(0);
  expect(await find({ date_from: '2020-01-01 00:00:00.000 +00:00' })).toBeGreaterThanOrEqual(3);
  expect(await find({ date_to: '2020-01-01 00:00:00.000 +02:00' })).toBe(0);
  expect(await find({ server_names: ['another'] })).toBe(0);
  expect(await admin.post(`${LOGS}/query`, { date_from: 'yesterday' })).toMatchObject({ status: 400, body: { id: 'api.system.logs.invalidFilter' } });
  expect(await ann.post(`${LOGS}/query`, {})).toMatchObject({ status: 403 });
});
