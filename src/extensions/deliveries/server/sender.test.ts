import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { signIn, type Client } from '#identity/users/testing.ts';
import { features } from '#features';
import { defineFeature, newId, userError } from '#kernel/server/index.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { answerWith, startReceiver, type Receiver } from '../testing.ts';
import type { Delivery } from '../wire/index.ts';
import { firstRetry, maxAge, maxAttempts, requestTimeout } from './deliveries.settings.ts';
import { deliveryKind, queueDeliveries, recordDelivery, wakeSender } from './feature.ts';
import { pauseAfter, retryAfter, waitAfter } from './retry.rules.ts';

const API = '/api/muster/v1/deliveries';
const SECRET = `whsec_${Buffer.from('a key of a test').toString('base64')}`;
const LOOPBACK = { MUSTER_SERVICESETTINGS_ALLOWEDUNTRUSTEDINTERNALCONNECTIONS: '127.0.0.1' };

// A sort of call that only this test makes.
const probe = defineFeature({
  name: 'probe', area: 'integrations', summary: 'Makes calls.',
  contributes: [
    deliveryKind.add({
      kind: 'probe',
      call: async (_ctx, { payload }) => {
        const { url, body, is_gone } = payload as { url: string; body: string; is_gone?: boolean };
        return is_gone ? { refused: 'Its maker is gone.' } : { url, headers: { 'content-type': 'text/plain', authorization: 'Bearer shhh-secret' }, body, secrets: [SECRET] };
      },
      answered: async (_ctx, _delivery, answer) => {
        if (answer.body.toString() === 'garbage') throw userError('probe.garbage', 'It is garbage.');
        return { post_id: answer.body.toString().slice(0, 26) };
      },
    }),
    deliveryKind.add({
      kind: 'came-in',
      receive: async (_ctx, { request }) => {
        if (request.body === 'bad') throw userError('probe.bad', 'It is bad.');
        return { post_id: request.body };
      },
    }),
  ],
});

let server: TestServer;
let admin: Client;
let receiver: Receiver;
let now = Date.now();

beforeAll(async () => {
  server = await startTestServer({ features: [...features, probe], clock: () => now, env: LOOPBACK });
  admin = await signIn(server, TEST_ADMIN);
});
afterAll(() => server?.close());
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.close());

interface Wish {
  integration_id?: string;
  key?: string;
  body?: string;
  url?: string;
  is_gone?: boolean;
}

async function queue(...wishes: Wish[]): Promise<string> {
  const integration_id = wishes[0]?.integration_id ?? newId(now);
  await queueDeliveries(server.app.db, wishes.map(({ key = '', url = receiver.url, ...more }) => ({ kind: 'probe', integration_name: 'Probe', owner_id: admin.user.id, key, url, payload: { body: 'x', url, ...more }, ...more, integration_id: more.integration_id ?? integration_id })), now);
  wakeSender(server.app);
  return integration_id;
}

async function ledger(integration_id: string): Promise<Delivery[]> {
  return (await admin.get(`${API}?integration_id=${integration_id}&per_page=200`)).body.deliveries.toReversed();
}

/** The rows once none of them is of this status any more. */
async function after(integration_id: string, isDone: (rows: Delivery[]) => boolean): Promise<Delivery[]> {
  let rows: Delivery[] = [];
  await expect.poll(async () => isDone((rows = await ledger(integration_id))), { timeout: 8_000, interval: 20 }).toBe(true);
  return rows;
}
const ended = (rows: Delivery[]): boolean => rows.every((row) => row.status !== 'waiting');
const tried = (count: number) => (rows: Delivery[]) => rows.some((row) => row.attempts >= count);

test('a queued call is made at once, signed, and the ledger keeps it without its secrets', async () => {
  receiver.answer = answerWith(200, 'hello');
  const [row] = await after(await queue({ body: 'hi there' }), ended);
  expect(row).toMatchObject({ status: 'delivered', attempts: 1, next_at: 0, direction: 'out', error: '', post_id: 'hello', answer: { status: 200, body: 'hello' }, request: { method: 'POST', body: 'hi there', headers: { authorization: '[removed]', 'webhook-signature': '[removed]' } } });
  const [{ headers, body }] = receiver.calls as [Receiver['calls'][number]];
  expect([headers['webhook-id'], headers['authorization'], body]).toEqual([row!.id, 'Bearer shhh-secret', 'hi there']);
  const signed = createHmac('sha256', 'a key of a test').update(`${row!.id}.${headers['webhook-timestamp']}.hi there`).digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${signed}`);
});

test('what a transaction queues is not sent if the transaction fails', async () => {
  const integration_id = newId(now);
  const failing = server.app.db.tx(async (tx) => {
    await queueDeliveries(tx, [{ kind: 'probe', integration_id, integration_name: 'Probe', owner_id: '', url: receiver.url, payload: { url: receiver.url, body: 'never' } }], now);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await after(await queue({}), ended);
  expect(receiver.calls.map((c) => c.body)).toEqual(['x']);
  expect(await ledger(integration_id)).toEqual([]);
});

test('a receiver that was away gets everything in order when it is back, under the same id', async () => {
  let is_back = false;
  receiver.answer = (call, reply) => answerWith(is_back ? 200 : 503)(call, reply);
  const id = await queue({ key: 'a', body: 'a1' }, { key: 'a', body: 'a2' }, { key: 'a', body: 'a3' });
  let rows = await after(id, tried(1));
  const [first, ...behind] = rows.sort((a, b) => b.attempts - a.attempts);
  expect(first).toMatchObject({ status: 'waiting', attempts: 1, error: 'The receiver answered 503.', answer: { status: 503 } });
  expect(first!.next_at).toBeGreaterThan(now + 3_700);
  expect(behind.map((row) => [row.status, row.attempts])).toEqual([['waiting', 0], ['waiting', 0]]);
  is_back = true;
  now += 6_000;
  wakeSender(server.app);
  rows = await after(id, ended);
  expect(rows.map((row) => [row.status, row.attempts]).sort()).toEqual([['delivered', 1], ['delivered', 1], ['delivered', 2]]);
  expect(receiver.calls.map((c) => c.body)).toEqual(['a1', 'a1', 'a2', 'a3']);
  expect(receiver.calls[0]!.headers['webhook-id']).toBe(receiver.calls[1]!.headers['webhook-id']);
});

test('one that stays down is not asked by every key, and holds nobody else up', async () => {
  const down = await startReceiver();
  await down.close();
  const id = await queue(...Array.from({ length: 20 }, (_, n) => ({ key: `k${n}`, url: down.url })));
  await after(id, (rows) => rows.reduce((sum, row) => sum + row.attempts, 0) >= 3);
  const other = await after(await queue({ body: 'me' }), ended);
  expect(other[0]).toMatchObject({ status: 'delivered' });
  // Those that were under way when it turned out to be down have been tried, the rest has not.
  expect((await ledger(id)).reduce((sum, row) => sum + row.attempts, 0)).toBeLessThan(9);
});

test('when a receiver asks for time it is given, and a refusal is not repeated', async () => {
  receiver.answer = answerWith(429, {}, { 'retry-after': '120' });
  const [later] = await after(await queue({}), tried(1));
  expect(later).toMatchObject({ status: 'waiting' });
  expect(later!.next_at).toBe(now + 120_000);
  receiver.answer = answerWith(404, 'nobody here');
  const [refused] = await after(await queue({}), ended);
  expect(refused).toMatchObject({ status: 'failed', attempts: 1, error: 'The receiver answered 404.', answer: { status: 404, body: 'nobody here' } });
});

test('after its last attempt a call is dead, and a replay makes it again as the same', async () => {
  await server.app.settings.set(maxAttempts, 2);
  await server.app.settings.set(firstRetry, 1);
  receiver.answer = answerWith(500);
  const id = await queue({ body: 'again' });
  await after(id, tried(1));
  now += 2_000;
  wakeSender(server.app);
  const [dead] = await after(id, ended);
  expect(dead).toMatchObject({ status: 'dead', attempts: 2, next_at: 0, error: 'The receiver answered 500. It was the last of 2 attempts.' });
  receiver.answer = answerWith(200);
  expect(await admin.post(`${API}/${dead!.id}/replay`)).toMatchObject({ status: 201 });
  const rows = await after(id, (all) => all.length === 2 && ended(all));
  expect(rows.find((row) => row.replay_of)).toMatchObject({ status: 'delivered', replay_of: dead!.id, attempts: 1 });
  expect(receiver.calls.map((c) => c.headers['webhook-id'])).toEqual([dead!.id, dead!.id, dead!.id]);
  expect((await admin.post(`${API}/replay`, { integration_id: id })).body).toEqual({ queued: 1, is_all: true });
  await after(id, (all) => all.length === 3 && ended(all));
  await server.app.settings.set(maxAttempts, 10);
  await server.app.settings.set(firstRetry, 5);
});

test('what came in can be taken in again', async () => {
  const integration_id = newId(now);
  for (const body of ['good', 'bad']) recordDelivery(server.app, { direction: 'in', kind: 'came-in', integration_id, integration_name: 'Hook', owner_id: admin.user.id, status: 'refused', request: { method: 'POST', url: 'https://here.example/hooks/1', body } });
  await ledger(integration_id);
  expect((await admin.post(`${API}/replay`, { integration_id })).body).toEqual({ queued: 2, is_all: true });
  const rows = await after(integration_id, (all) => all.length === 4 && ended(all));
  expect(rows.filter((row) => row.replay_of).map(({ status, post_id, error }) => [status, post_id, error]).sort()).toEqual([['delivered', 'good', ''], ['refused', '', 'It is bad.']]);
});

test.each([
  ['answers too late', (_call: unknown, _reply: unknown) => {}, { status: 'waiting', error: expect.stringContaining('in time') }],
  ['hangs up', (_call: unknown, reply: any) => reply.destroy(), { status: 'waiting', error: expect.stringContaining('could not be reached') }],
  ['answers garbage', answerWith(200, 'garbage'), { status: 'delivered', error: 'The answer could not be used: It is garbage.' }],
  ['answers 10 MB', answerWith(200, 'y'.repeat(10_000_000)), { status: 'delivered', answer: { is_cut: true } }],
  ['redirects to a private address', answerWith(302, '', { location: 'http://10.0.0.1/' }), { status: 'refused', error: expect.stringContaining('10.0.0.1 is not on the public internet') }],
  ['redirects for ever', answerWith(302, '', { location: '/again' }), { status: 'refused', error: expect.stringContaining('redirects too often') }],
])('a receiver that %s', async (_what, answer, expected) => {
  await server.app.settings.set(requestTimeout, 1);
  receiver.answer = answer as Receiver['answer'];
  const [row] = await after(await queue({}), (rows) => rows[0]!.attempts > 0);
  expect(row).toMatchObject({ attempts: 1, ...expected });
  await server.app.settings.set(requestTimeout, 30);
});

test('what has lost its maker, or goes where nothing may go, is not sent', async () => {
  expect((await after(await queue({ is_gone: true }), ended))[0]).toMatchObject({ status: 'refused', error: 'Its maker is gone.' });
  expect((await after(await queue({ url: 'http://169.254.169.254/' }), ended))[0]).toMatchObject({ status: 'refused', error: expect.stringContaining('169.254.169.254 is not on the public internet') });
  expect(receiver.calls).toEqual([]);
});

test('what waits too long is given up', async () => {
  receiver.answer = answerWith(429, {}, { 'retry-after': '999999' });
  const id = await queue({});
  await after(id, tried(1));
  now += (server.app.settings.get(maxAge) + 1) * 3_600_000;
  const { pruneDeliveries } = await import('./deliveries.jobs.ts');
  receiver.answer = answerWith(429, {}, { 'retry-after': '999999' });
  await server.app.jobs.add(pruneDeliveries, {});
  await server.app.jobs.runDue();
  expect((await ledger(id))[0]).toMatchObject({ status: 'dead', error: 'It has waited for more than 72 hours.' });
});

test('a server that stops leaves what it has not sent to its next start', async () => {
  receiver.answer = () => {}; // the call hangs
  const id = await queue({ body: 'hangs' }, { body: 'waits' });
  await receiver.until(1);
  receiver.answer = answerWith(200);
  await server.restart();
  admin = await signIn(server, TEST_ADMIN);
  const rows = await after(id, ended);
  expect(rows.map((row) => [row.status, row.attempts])).toEqual([['delivered', 1], ['delivered', 1]]);
  expect(receiver.calls.map((c) => c.body)).toEqual(['hangs', 'hangs', 'waits']);
});

test('waits grow threefold up to the longest, and what a receiver asks for is understood', () => {
  const limits = { max_attempts: 10, first_ms: 5_000, longest_ms: 3_600_000 };
  expect([1, 2, 3, 8].map((n) => waitAfter(n, limits, 0))).toEqual([5_000, 15_000, 45_000, 3_600_000]);
  expect(waitAfter(1, limits, 1)).toBe(3_750);
  expect([retryAfter('7', 0), retryAfter(undefined, 0), retryAfter('soon', 0), retryAfter(new Date(60_000).toUTCString(), 10_000), retryAfter(new Date(0).toUTCString(), 10_000)]).toEqual([7_000, 0, 0, 50_000, 0]);
  expect([1, 2, 3, 4, 20].map(pauseAfter)).toEqual([0, 0, 5_000, 10_000, 300_000]);
});
