import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nobody, type Person } from '../lib/person.ts';
import { ROUTES } from '../lib/routes.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';

const PROTOCOL = (JSON.parse(readFileSync('docs/protocol/routes.json', 'utf8')) as [string, string, string][]).map(([route]) => route);
const shapeOf = (route: string): string => route.replace(/:\w+/g, ':');
const served = new Set(ROUTES.flatMap(({ key }) => [shapeOf(key), shapeOf(key.replace(/^GET /, 'HEAD '))]));
const unserved = PROTOCOL.filter((route) => / \/(api|oauth|plugins|static\/plugins|login|signup)\//.test(route) && !served.has(shapeOf(route)) && !route.endsWith('/websocket'));

let server: TestServer;
let admin: Person;

beforeAll(async () => {
  server = await startTestServer({ protocol_routes: PROTOCOL });
  admin = await server.admin();
});
afterAll(() => server.close());

test('a route of the protocol that is not there yet answers 501 in its form, never 404 by accident', async () => {
  const faults: string[] = [];
  for (const route of unserved) {
    const [method, path] = route.split(' ') as [string, string];
    const { status, body } = await admin.request(method, path.replace(/:\w+/g, 'a'.repeat(26)), method === 'GET' || method === 'HEAD' ? {} : { body: {} });
    if (status !== 501 || (method !== 'HEAD' && body?.id !== 'api.not_implemented.app_error')) faults.push(`${route} answered ${status} ${body?.id}`);
  }
  expect(faults).toEqual([]);
});

test('nobody learns without a session which routes are not there yet', async () => {
  for (const route of unserved.filter((one) => one.includes(' /api/')).slice(0, 20)) {
    const [method, path] = route.split(' ') as [string, string];
    expect((await nobody(server.url).request(method, path.replace(/:\w+/g, 'a'.repeat(26)))).status).toBe(404);
  }
});

test('a log-in by another service is not there yet either, and whoever tries it has no session', async () => {
  for (const path of ['/login/sso/saml', '/oauth/gitlab/login']) expect(await nobody(server.url).request('GET', path)).toMatchObject({ status: 501, body: { id: 'api.not_implemented.app_error' } });
});
