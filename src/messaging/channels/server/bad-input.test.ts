import { afterAll, beforeAll, expect, test } from 'vitest';
import { teamsFeature } from '#identity/teams/server/feature.ts';
import { makeTeam } from '#identity/teams/testing.ts';
import { signIn, type Client } from '#identity/users/testing.ts';
import type { Feature } from '#kernel/server/index.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { sidebarFeature } from '#messaging/sidebar/server/feature.ts';
import { makeChannel } from '../testing.ts';
import { channelsFeature } from './feature.ts';

let server: TestServer;
let admin: Client;
let values: Record<string, string>;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  const team = await makeTeam(admin, 'target');
  const channel = await makeChannel(admin, team, 'target');
  values = { team_id: team.id, channel_id: channel.id, user_id: admin.user.id, invite_id: team.invite_id, team_name: team.name, channel_name: channel.name, category_id: `channels_${admin.user.id}_${team.id}` };
});
afterAll(() => server?.close());

const NUL = 'with\u0000nul';
const BROKEN = '{"a":';
const BODIES: unknown[] = [
  BROKEN, undefined, null, 0, 'text', true, [], {}, [null], [1], ['x'], [{}], [[]], { user_id: 5, user_ids: 'x', team_id: [], name: {}, display_name: 7 }, { user_ids: [null, 'x'] }, { roles: 5, scheme_admin: 'yes' },
  { name: NUL, display_name: NUL, header: NUL, purpose: NUL, term: NUL, type: NUL, privacy: NUL, desktop: NUL, roles: NUL, team_id: NUL, user_id: NUL },
  { name: '\ud800', display_name: '\ud800', header: '\ud800', term: '%_\\' }, { term: 'x'.repeat(5000), name: 'x'.repeat(5000), display_name: 'x'.repeat(70_000), type: 'O' },
  { banner_info: { enabled: true, text: '', background_color: 'red' } }, { banner_info: 'x' }, { channel_ids: ['a'.repeat(26)], display_name: 'c', type: 'custom' }, { page: -1, per_page: 1e12, term: 'x' }, { page: 1.5 }, { props: { a: 1 } },
];
const PARAMS = ['', 'x', 'a'.repeat(26), '%00', '..%2f', 'A'.repeat(26), '%F0%9F%98%80', 'x'.repeat(300)];
const QUERIES = ['', '?page=-1&per_page=x', '?page=1e9&per_page=99999999999', '?name=%00&term=%25', '?name=%F0%9F%98%80&include_deleted=maybe', '?page=1&page=2&name=a&name=b', '?last_delete_at=99999999999999999999&exclude_team=%00', '?graceful=true&permanent=true&invite_id=x%00'];

const calls = [teamsFeature, channelsFeature, sidebarFeature].flatMap((feature: Feature) => Object.keys(feature.routes ?? {}).map((key) => key.split(' ') as [string, string]));

const fill = (path: string, change?: [string, string]) => path.replace(/:(\w+)/g, (_, name: string) => (change?.[0] === name ? change[1] : (values[name] ?? 'missing')));

async function statusOf(method: string, path: string, body?: unknown): Promise<number> {
  const init = { method, headers: { authorization: `Bearer ${admin.token}` }, body: body === undefined || method === 'GET' ? undefined : body === BROKEN ? BROKEN : JSON.stringify(body) };
  return (await fetch(server.url + path, init)).status;
}

// 501 says plainly that the server has no such service (mail); every other 5xx is a fault of ours.
const isFault = (status: number) => status >= 500 && status !== 501;

interface Attempt {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

async function faultsOf(attempts: readonly Attempt[]): Promise<Attempt[]> {
  const faults: Attempt[] = [];
  for (let i = 0; i < attempts.length; i += 20) {
    const some = attempts.slice(i, i + 20);
    const statuses = await Promise.all(some.map(({ method, path, body }) => statusOf(method, path, body)));
    faults.push(...some.filter((_, n) => isFault(statuses[n]!)));
  }
  return faults;
}

test('no body brings the server to fail', async () => {
  const writes = calls.filter(([method]) => method !== 'GET' && method !== 'DELETE');
  expect(await faultsOf(writes.flatMap(([method, path]) => BODIES.map((body) => ({ method, path: fill(path), body }))))).toEqual([]);
});

test('no address brings the server to fail', async () => {
  const odd = calls.flatMap(([method, path]) => [...path.matchAll(/:(\w+)/g)].flatMap(([, name]) => PARAMS.map((value) => ({ method, path: fill(path, [name!, value]), body: {} }))));
  const queried = calls.filter(([method]) => method !== 'DELETE').flatMap(([method, path]) => QUERIES.map((query) => ({ method, path: fill(path) + query, body: {} })));
  expect(await faultsOf([...odd, ...queried])).toEqual([]);
});
