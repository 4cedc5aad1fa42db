import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTeam } from '#identity/teams/testing.ts';
import { signUp, type Client } from '#identity/users/testing.ts';
import { newId } from '#kernel/server/index.ts';
import { startTestServer, type TestServer } from '#kernel/testing/server.ts';
import { makeChannel } from '#messaging/channels/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { Post, PostList } from '#messaging/posts/wire/index.ts';
import type { IntegrationHealth } from '../wire/index.ts';
import { flushDeliveries, recordDelivery, type PastDelivery } from './feature.ts';
import { checkIntegrations } from './health.jobs.ts';
import { stateOf } from './health.rules.ts';

const MINUTE = 60_000;

let server: TestServer;
let owner: Client;
let ann: Client;
let talk: Channel;
let now = Date.now();

beforeAll(async () => {
  server = await startTestServer({ clock: () => now });
  [owner, ann] = [await signUp(server, 'owner'), await signUp(server, 'ann')];
  talk = await makeChannel(owner, await makeTeam(owner, 'ops'), 'talk');
});
afterAll(() => server?.close());

function called(integration_id: string, status: PastDelivery['status'], more: Partial<PastDelivery> = {}): void {
  now += MINUTE;
  recordDelivery(server.app, { direction: 'in', kind: 'incoming_webhook', integration_id, integration_name: 'CI @all', owner_id: owner.user.id, status, request: { method: 'POST', url: 'https://a.example' }, duration_ms: 20, error: status === 'delivered' ? '' : 'The payload has no text.', ...more });
}

/** What the system has told the owner since the last look. */
const seen = new Set<string>();
async function notices(): Promise<string[]> {
  await flushDeliveries(server.app);
  await server.app.jobs.add(checkIntegrations, {});
  await server.app.jobs.runDue();
  const channels = (await owner.get<Channel[]>('/api/v4/users/me/channels')).body.filter((c) => c.type === 'D');
  const posts: Post[] = [];
  for (const { id } of channels) posts.push(...Object.values((await owner.get<PostList>(`/api/v4/channels/${id}/posts`)).body.posts));
  const fresh = posts.filter((post) => !seen.has(post.id));
  for (const { id } of fresh) seen.add(id);
  return fresh.map((post) => post.message);
}

test('an owner is told once when an integration breaks, and once when it works again', async () => {
  const id = newId(now);
  for (const status of ['delivered', 'refused', 'refused'] as const) called(id, status);
  expect(await notices()).toEqual([]);
  called(id, 'refused');
  expect(await notices()).toEqual(['Your integration **CI \\@all** does not work: its last three calls have failed. The payload has no text.']);
  called(id, 'refused');
  expect(await notices()).toEqual([]);
  called(id, 'delivered');
  expect(await notices()).toEqual(['Your integration **CI \\@all** works again.']);
});

test('an owner is told when one that called often has fallen silent', async () => {
  const id = newId(now);
  for (let n = 0; n < 25; n++) called(id, 'delivered');
  now += 50 * MINUTE;
  expect(await notices()).toEqual([]);
  now += 20 * MINUTE;
  expect(await notices()).toEqual(['Your integration **CI \\@all** has fallen silent: it has not called for much longer than usual.']);
});

test('the state is listed for those who own or administer, by the API and by /integrations', async () => {
  const id = newId(now);
  for (let n = 0; n < 3; n++) called(id, 'refused', { integration_name: 'Broken | one' });
  const { integrations } = (await owner.get<{ integrations: IntegrationHealth[] }>('/api/muster/v1/deliveries/health')).body;
  expect(integrations.find((one) => one.integration_id === id)).toMatchObject({ state: 'failing', calls: 3, failures: 3, p95_ms: 20, last_success_at: 0, last_error: 'The payload has no text.', owner_id: owner.user.id });
  expect((await ann.get('/api/muster/v1/deliveries/health')).body).toEqual({ integrations: [] });
  const { body } = await owner.post('/api/v4/commands/execute', { channel_id: talk.id, command: '/integrations' });
  expect(body.text).toContain('| :x: failing | Broken \\| one | incoming webhook | 3 | 3 | 20 ms | The payload has no text. |');
});

test.each([
  [{ is_failing: true }, 'failing'],
  [{}, 'ok'],
  [{ last_at: 0 }, 'silent'],
  [{ last_at: 0, week_calls: 5 }, 'ok'],
  [{ last_at: 0, direction: 'out' }, 'ok'],
  [{ last_at: 0, longest_gap_ms: 4_000_000 }, 'ok'],
])('with %j it is %s', (more, expected) => {
  expect(stateOf({ direction: 'in', last_at: 9_000_000, longest_gap_ms: 60_000, week_calls: 100, is_failing: false, ...more }, 10_000_000)).toBe(expected);
});
