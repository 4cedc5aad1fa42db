import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { newId } from '#kernel/server/index.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { listen, makeChannel } from '#messaging/channels/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { Delivery, DeliveryCount, DeliveryList } from '../wire/index.ts';
import { keptBytes, retentionDays } from './deliveries.settings.ts';
import { flushDeliveries, recordDelivery, type PastDelivery } from './feature.ts';

const API = '/api/muster/v1/deliveries';
const HOUR = 3_600_000;

let server: TestServer;
let admin: Client;
let lead: Client;
let owner: Client;
let ann: Client;
let team: Team;
let vault: Channel;
let now = Date.now();

beforeAll(async () => {
  server = await startTestServer({ clock: () => now });
  admin = await signIn(server, TEST_ADMIN);
  [lead, owner, ann] = [await signUp(server, 'lead'), await signUp(server, 'owner'), await signUp(server, 'ann')];
  team = await makeTeam(lead, 'ops'); // its maker administers it
  await addToTeam(lead, team, owner, ann);
  vault = await makeChannel(owner, team, 'vault', 'P');
});
afterAll(() => server?.close());

function past(more: Partial<PastDelivery> = {}): PastDelivery {
  return {
    direction: 'in', kind: 'test', integration_id: newId(now), integration_name: 'CI', owner_id: owner.user.id, team_id: team.id, channel_id: vault.id, status: 'delivered',
    request: { method: 'POST', url: 'https://ci.example/x?token=abc', headers: { authorization: 'Bearer abcdefgh', accept: 'text/plain' }, body: '{"text":"green","token":"abc"}' },
    answer: { status: 200, body: 'ok' }, duration_ms: 12.4, ...more,
  };
}
const list = async (by: Client, query = ''): Promise<DeliveryList> => (await by.get<DeliveryList>(`${API}${query}`)).body;

test('a call is kept without its secrets, and its owner is told', async () => {
  const hearing = await listen(server, owner);
  const one = past();
  recordDelivery(server.app, one);
  const [kept] = (await list(owner, `?integration_id=${one.integration_id}`)).deliveries;
  expect(kept).toMatchObject({
    direction: 'in', kind: 'test', integration_name: 'CI', status: 'delivered', attempts: 1, duration_ms: 12, create_at: now, key: '', replay_of: '', answer: { status: 200, body: 'ok' },
    request: { method: 'POST', url: 'https://ci.example/x?token=[removed]', headers: { authorization: '[removed]', accept: 'text/plain' }, body: '{"text":"green","token":"[removed]"}', is_cut: false },
  });
  expect((await owner.get(`${API}/${kept!.id}`)).body).toEqual(kept);
  await expect.poll(async () => (await hearing.take()).find((e) => e.event === 'muster_delivery_updated')?.data).toEqual({ id: kept!.id, kind: 'test', integration_id: one.integration_id, status: 'delivered', count: 1 });
});

test('a body that is too long is cut at the end of a character', async () => {
  await server.app.settings.set(keptBytes, 16);
  const one = past({ request: { method: 'POST', url: 'https://a.example', body: 'ü'.repeat(7) + 'x€€€' } });
  recordDelivery(server.app, one);
  const [kept] = (await list(owner, `?integration_id=${one.integration_id}`)).deliveries;
  expect(kept!.request).toMatchObject({ body: 'üüüüüüüx', is_cut: true });
  await server.app.settings.set(keptBytes, 32_768);
});

test('a list is narrowed by what it is asked for, and goes on where the last page ended', async () => {
  const integration_id = newId(now);
  const kinds = ['a', 'b', 'a', 'a'];
  for (const [index, kind] of kinds.entries()) recordDelivery(server.app, past({ integration_id, kind, status: index ? 'failed' : 'delivered', direction: index === 1 ? 'out' : 'in', error: index === 2 ? 'the printer is on fire' : '', create_at: now - (4 - index) * 1000 }));
  const of = `?integration_id=${integration_id}`;
  const count = async (query: string) => (await list(owner, of + query)).deliveries.length;
  expect([await count(''), await count('&kind=a'), await count('&direction=out'), await count('&status=failed'), await count('&text=PRINTER'), await count('&text=%25'), await count(`&channel_id=${vault.id}`), await count(`&since=${now - 2000}`), await count(`&until=${now - 2000}`)]).toEqual([4, 3, 1, 3, 1, 0, 4, 2, 2]);
  const first = await list(owner, `${of}&per_page=3`);
  const rest = await list(owner, `${of}&per_page=3&before=${first.next}`);
  expect([...first.deliveries, ...rest.deliveries].map((d) => d.create_at)).toEqual([1, 2, 3, 4].map((n) => now - n * 1000));
  expect(rest.next).toBe('');
  expect(await owner.get(`${API}?status=lost`)).toMatchObject({ status: 400 });
});

describe('the ledger shows', () => {
  let one: PastDelivery;
  let id: string;
  beforeAll(async () => {
    one = past();
    recordDelivery(server.app, one);
    id = (await list(owner, `?integration_id=${one.integration_id}`)).deliveries[0]!.id;
  });

  test('nothing to those who neither own nor administer', async () => {
    expect((await list(ann)).deliveries).toEqual([]);
    expect((await ann.get<{ counts: DeliveryCount[] }>(`${API}/counts`)).body.counts).toEqual([]);
    expect(await ann.get(`${API}/${id}`)).toMatchObject({ status: 404 });
    expect(await ann.post(`${API}/${id}/replay`)).toMatchObject({ status: 404 });
    expect((await ann.post(`${API}/replay`, {})).body).toEqual({ queued: 0, is_all: true });
    expect(await nobody(server).get(API)).toMatchObject({ status: 401 });
  });

  test('administrators that it happened, and its texts only to those who read the channel', async () => {
    const [shown] = (await list(lead, `?integration_id=${one.integration_id}`)).deliveries;
    expect(shown).toMatchObject({ id, status: 'delivered', is_withheld: true, request: { url: 'https://ci.example/x?token=[removed]', body: '' }, answer: { status: 200, body: '' } });
    expect((await lead.get<Delivery>(`${API}/${id}`)).body).toEqual(shown);
    expect((await admin.get<Delivery>(`${API}/${id}`)).body).toMatchObject({ id, answer: { body: 'ok' } });
  });
});

test('calls are counted by hour', async () => {
  const integration_id = newId(now);
  const hour = Math.floor(now / HOUR) * HOUR;
  for (const [create_at, status, duration_ms] of [[hour - HOUR, 'delivered', 10], [hour, 'delivered', 20], [hour + 1, 'failed', 400]] as const) recordDelivery(server.app, past({ integration_id, create_at, status, duration_ms }));
  const { body } = await owner.get<{ counts: DeliveryCount[] }>(`${API}/counts?integration_id=${integration_id}`);
  expect(body.counts).toEqual([
    { hour: hour - HOUR, waiting: 0, delivered: 1, failed: 0, dead: 0, refused: 0, p95_ms: 10 },
    { hour, waiting: 0, delivered: 1, failed: 1, dead: 0, refused: 0, p95_ms: 400 },
  ]);
});

test('a call that cannot be made again is refused with the reason', async () => {
  const one = past();
  recordDelivery(server.app, one);
  const { id } = (await list(owner, `?integration_id=${one.integration_id}`)).deliveries[0]!;
  expect(await owner.post(`${API}/${id}/replay`)).toMatchObject({ status: 400, body: { id: 'muster.deliveries.not_replayable' } });
});

test('more than can be kept is dropped, and the traffic goes on', async () => {
  const integration_id = newId(now);
  for (let i = 0; i < 5_300; i++) recordDelivery(server.app, past({ integration_id }));
  await flushDeliveries(server.app);
  expect((await server.app.db.one<{ n: number }>('SELECT count(*) AS n FROM deliveries WHERE integration_id = $1', [integration_id])).n).toBe(5_000);
});

test('what is older than the ledger keeps is removed', async () => {
  const one = past({ create_at: now - (server.app.settings.get(retentionDays) + 1) * 24 * HOUR });
  const young = past();
  recordDelivery(server.app, one);
  recordDelivery(server.app, young);
  expect((await list(owner, `?integration_id=${one.integration_id}`)).deliveries).toHaveLength(1);
  now += HOUR;
  const { pruneDeliveries } = await import('./deliveries.jobs.ts');
  await server.app.jobs.add(pruneDeliveries, {});
  await server.app.jobs.runDue();
  expect((await list(owner, `?integration_id=${one.integration_id}`)).deliveries).toEqual([]);
  expect((await list(owner, `?integration_id=${young.integration_id}`)).deliveries).toHaveLength(1);
});
