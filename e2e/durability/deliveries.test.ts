import { afterEach, beforeEach, expect, test } from 'vitest';
import { startReceiver, type Receiver } from '../../src/extensions/deliveries/testing.ts';
import type { Delivery } from '../../src/extensions/deliveries/wire/index.ts';
import { logIn, type Person } from '../lib/person.ts';
import { Installation } from '../lib/process.ts';
import { ADMIN } from '../lib/server.ts';

const DELIVERIES = 500;
const CHANNELS = 5;
const KILL_AT = 150;

let installation: Installation;
let receiver: Receiver;

beforeEach(async () => {
  receiver = await startReceiver();
  installation = await Installation.make({ MUSTER_SERVICESETTINGS_ALLOWEDUNTRUSTEDINTERNALCONNECTIONS: '127.0.0.1' });
  await installation.start();
});
afterEach(async () => {
  await installation.remove();
  await receiver.close();
});

test('after kill -9 in the middle of 500 deliveries each has arrived, in the order of its channel, and the ledger says so', async () => {
  const { admin, channels, subscription } = await arrange();
  // Nothing is answered until all is written: then 500 are on their way.
  const held: (() => void)[] = [];
  receiver.answer = (_call, reply) => void held.push(() => reply.end('{}'));
  const written = await write(admin, channels);
  let killed: Promise<void> | undefined;
  receiver.answer = (_call, reply) => {
    if (receiver.calls.length >= KILL_AT) killed ??= installation.killServer();
    reply.end('{}');
  };
  for (const answer of held) answer();
  await expect.poll(() => killed !== undefined, { timeout: 60_000 }).toBe(true);
  await killed;
  const before = receiver.calls.length;
  await installation.start();
  const rows = await delivered(await logIn(installation.url, ADMIN.email, ADMIN.password), subscription.id);

  expect(before, 'it was killed in the middle').toBeLessThan(DELIVERIES);
  const heard = receiver.calls.map((call) => ({ id: call.headers['webhook-id'], ...JSON.parse(call.body) }));
  const first = [...new Map(heard.toReversed().map((event) => [event.id, event])).values()].toReversed();
  for (const { id } of channels) {
    const arrived = first.filter((event) => event.channel_id === id).map((event) => event.data.post.message);
    expect(arrived, 'in order, and none is missing').toEqual(written.filter((post) => post.channel_id === id).map((post) => post.message));
  }
  expect(new Set(rows.map((row) => row.status))).toEqual(new Set(['delivered']));
  expect(rows).toHaveLength(DELIVERIES);
  expect(new Set(heard.map((event) => event.id)).size, 'what came twice came under one id').toBe(DELIVERIES);
}, 240_000);

async function arrange(): Promise<{ admin: Person; channels: { id: string }[]; subscription: { id: string } }> {
  const admin = await logIn(installation.url, ADMIN.email, ADMIN.password);
  const team = await admin.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' });
  const channels: { id: string }[] = [];
  for (let n = 0; n < CHANNELS; n++) channels.push(await admin.post('/channels', { team_id: team.id, name: `quay-${n}`, display_name: `Quay ${n}`, type: 'O' }));
  const { body } = await admin.request('POST', '/api/muster/v1/subscriptions', { body: { team_id: team.id, url: receiver.url, events: ['post.created'], display_name: 'Log' } });
  return { admin, channels, subscription: body };
}

/** Writes message after message in each channel. */
async function write(admin: Person, channels: readonly { id: string }[]): Promise<{ channel_id: string; message: string }[]> {
  const written: { channel_id: string; message: string }[] = [];
  await Promise.all(channels.map(async ({ id }) => {
    for (let n = 0; n < DELIVERIES / CHANNELS; n++) {
      await admin.post('/posts', { channel_id: id, message: `message ${n}` });
      written.push({ channel_id: id, message: `message ${n}` });
    }
  }));
  return written;
}

async function delivered(admin: Person, integration_id: string): Promise<Delivery[]> {
  const rows: Delivery[] = [];
  await expect.poll(async () => {
    rows.length = 0;
    for (let before = ''; ; ) {
      const { body } = await admin.request('GET', `/api/muster/v1/deliveries?integration_id=${integration_id}&per_page=200&before=${before}`);
      rows.push(...body.deliveries);
      before = body.next;
      if (!before) break;
    }
    return rows.filter((row) => row.status === 'delivered').length;
  }, { timeout: 120_000, interval: 200 }).toBe(DELIVERIES);
  return rows;
}
