import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startReceiver, type Receiver } from '#extensions/deliveries/testing.ts';
import type { Delivery } from '#extensions/deliveries/wire/index.ts';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, makeChannel } from '#messaging/channels/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import type { Subscription, SubscriptionPayload, SubscriptionWithSecret } from '../wire/index.ts';
import { hears } from './subscriptions.rules.ts';

const API = '/api/muster/v1/subscriptions';

let server: TestServer;
let admin: Client;
let owner: Client;
let ann: Client;
let team: Team;
let ops: Channel;
let vault: Channel;
let receiver: Receiver;
const made: Subscription[] = [];

beforeAll(async () => {
  server = await startTestServer({ env: { MUSTER_SERVICESETTINGS_ALLOWEDUNTRUSTEDINTERNALCONNECTIONS: '127.0.0.1' } });
  admin = await signIn(server, TEST_ADMIN);
  [owner, ann] = [await signUp(server, 'owner'), await signUp(server, 'ann')];
  team = await makeTeam(owner, 'ops');
  await addToTeam(owner, team, ann);
  ops = await makeChannel(owner, team, 'ops');
  await addToChannel(owner, ops, ann);
  vault = await makeChannel(ann, team, 'vault', 'P');
});
afterAll(() => server?.close());
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  for (const { id } of made.splice(0)) await owner.del(`${API}/${id}`);
  await receiver.close();
});

async function subscribe(events: string[], more: Partial<Subscription> = {}): Promise<SubscriptionWithSecret> {
  const answer = await owner.post<SubscriptionWithSecret>(API, { team_id: team.id, url: receiver.url, events, display_name: 'Listener', ...more });
  expect(answer).toMatchObject({ status: 201 });
  made.push(answer.body);
  return answer.body;
}
const say = async (message: string, channel = ops): Promise<Post> => (await ann.post<Post>('/api/v4/posts', { channel_id: channel.id, message })).body;
async function heard(count: number): Promise<SubscriptionPayload[]> {
  return (await receiver.until(count)).map((call) => JSON.parse(call.body));
}
const ledger = async (s: Subscription): Promise<Delivery[]> => (await owner.get(`/api/muster/v1/deliveries?integration_id=${s.id}`)).body.deliveries;

test('a new message arrives, signed with the secret that was shown once', async () => {
  const { id, secret } = await subscribe(['post.created']);
  expect((await owner.get(`${API}/${id}`)).body).not.toHaveProperty('secret');
  const post = await say('hello there');
  const [event] = await heard(1);
  expect(event).toMatchObject({ type: 'post.created', create_at: post.create_at, team_id: team.id, channel_id: ops.id, data: { channel_name: 'ops', post: { id: post.id, message: 'hello there', user_id: ann.user.id } } });
  const { headers, body } = receiver.calls[0]!;
  expect(headers['webhook-id']).toBe(event!.id);
  const signature = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64')).update(`${event!.id}.${headers['webhook-timestamp']}.${body}`).digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${signature}`);
});

test('whatever happens is heard before the answer leaves: it is in the ledger by then', async () => {
  const subscription = await subscribe(['reaction.*', 'post.edited', 'channel.updated', 'team-member.added']);
  const post = await say('first');
  await ann.put(`/api/v4/posts/${post.id}/patch`, { message: 'second' });
  expect(await ledger(subscription)).toHaveLength(1);
  await ann.post('/api/v4/reactions', { user_id: ann.user.id, post_id: post.id, emoji_name: 'tada' });
  await owner.put(`/api/v4/channels/${ops.id}/patch`, { purpose: 'to operate' });
  const newcomer = await signUp(server, 'newcomer');
  await addToTeam(owner, team, newcomer);
  const events = await heard(4);
  const of = (type: string) => events.find((event) => event.type === type)?.data;
  expect(of('post.edited')).toMatchObject({ post: { id: post.id, message: 'second' } });
  expect(of('reaction.added')).toMatchObject({ reaction: { emoji_name: 'tada', user_id: ann.user.id } });
  expect(of('channel.updated')).toMatchObject({ channel: { id: ops.id, purpose: 'to operate' } });
  expect(of('team-member.added')).toMatchObject({ user_id: newcomer.user.id, team_id: team.id });
});

test('nothing is heard of channels that the owner is not in, of other teams, or of other channels than the one asked for', async () => {
  const side = await makeChannel(owner, team, 'side');
  const elsewhere = await makeTeam(owner, 'elsewhere');
  const far = await makeChannel(owner, elsewhere, 'far');
  await subscribe(['*']);
  await subscribe(['post.created'], { channel_id: side.id, url: `${receiver.url}/side` });
  await say('a secret', vault);
  await owner.post('/api/v4/posts', { channel_id: far.id, message: 'far away' });
  await owner.post('/api/v4/posts', { channel_id: side.id, message: 'here' });
  await expect.poll(() => receiver.calls.filter((c) => c.path === '/side').length).toBe(1);
  await expect.poll(() => receiver.calls.filter((c) => c.path === '/' && c.body.includes('"here"')).length).toBe(1);
  const all = receiver.calls.map((c) => c.body).join();
  expect(all).not.toContain('a secret');
  expect(all).not.toContain('far away');
});

test('what waits for a receiver is not sent once the owner may not read the channel any more', async () => {
  const room = await makeChannel(ann, team, 'room', 'P');
  await addToChannel(ann, room, owner);
  const subscription = await subscribe(['post.created']);
  receiver.answer = (_call, reply) => void reply.writeHead(503).end();
  await say('while you were in', room);
  await receiver.until(1);
  await ann.del(`/api/v4/channels/${room.id}/members/${owner.user.id}`);
  await expect.poll(async () => (await ledger(subscription)).some((row) => row.attempts === 1)).toBe(true);
  receiver.answer = (_call, reply) => void reply.end();
  await server.app.db.run("UPDATE deliveries SET next_at = 0 WHERE integration_id = $1 AND status = 'waiting'", [subscription.id]);
  const { wakeSender } = await import('#extensions/deliveries/server/feature.ts');
  wakeSender(server.app);
  await expect.poll(async () => (await ledger(subscription)).map((row) => [row.status, row.error])).toContainEqual(['refused', 'The owner of the subscription may not read the channel any more.']);
  expect(receiver.calls).toHaveLength(1);
});

test('messages of one channel come in their order', async () => {
  await subscribe(['post.created']);
  for (let n = 0; n < 30; n++) await say(`message ${n}`);
  expect((await heard(30)).map((event) => (event.data['post'] as Post).message)).toEqual(Array.from({ length: 30 }, (_, n) => `message ${n}`));
});

test('a test can be sent, a new secret signs beside the former one, and switched off it is silent', async () => {
  const subscription = await subscribe(['team.updated']);
  const { secret } = (await owner.post<SubscriptionWithSecret>(`${API}/${subscription.id}/regen_secret`)).body;
  expect(secret).not.toBe(subscription.secret);
  const { id } = (await owner.post<{ id: string }>(`${API}/${subscription.id}/test`)).body;
  expect(await heard(1)).toMatchObject([{ id, type: 'subscription.test' }]);
  expect(String(receiver.calls[0]!.headers['webhook-signature']).split(' ')).toHaveLength(2);
  expect((await owner.call('PATCH', `${API}/${subscription.id}`, { is_enabled: false })).body).toMatchObject({ is_enabled: false, events: ['team.updated'], team_id: team.id });
  await owner.put(`/api/v4/teams/${team.id}/patch`, { description: 'ours' });
  expect(await ledger(subscription)).toHaveLength(1);
});

test('who administers may switch off those of others, and not turn them to another address', async () => {
  const subscription = await subscribe(['post.created']);
  for (const answer of await Promise.all([ann.get(`${API}/${subscription.id}`), ann.call('PATCH', `${API}/${subscription.id}`, { is_enabled: false }), ann.del(`${API}/${subscription.id}`), ann.post(`${API}/${subscription.id}/test`)])) expect(answer).toMatchObject({ status: 403 });
  expect((await ann.get(API)).body).toEqual([]);
  expect(await admin.call('PATCH', `${API}/${subscription.id}`, { url: 'https://spy.example' })).toMatchObject({ status: 403 });
  expect(await admin.post(`${API}/${subscription.id}/regen_secret`)).toMatchObject({ status: 403 });
  expect(await admin.call('PATCH', `${API}/${subscription.id}`, { is_enabled: false })).toMatchObject({ status: 200 });
  expect(await ann.post(API, { team_id: team.id, url: 'https://a.example', events: ['*'] })).toMatchObject({ status: 403 });
  expect(await owner.post(API, { url: 'https://a.example', events: ['*'] })).toMatchObject({ status: 403 });
  expect(await admin.post(API, { owner_id: ann.user.id, url: 'https://a.example', events: ['*'] })).toMatchObject({ status: 403 });
});

test('a bot can have one, made by its owner', async () => {
  const bot = (await admin.post('/api/v4/bots', { username: 'listener' })).body;
  const answer = await admin.post<SubscriptionWithSecret>(API, { owner_id: bot.user_id, url: receiver.url, events: ['post.created'] });
  expect(answer).toMatchObject({ status: 201, body: { owner_id: bot.user_id } });
  await say('nobody invited the bot');
  await admin.post(`/api/v4/teams/${team.id}/members`, { team_id: team.id, user_id: bot.user_id });
  await owner.post(`/api/v4/channels/${ops.id}/members`, { user_id: bot.user_id });
  await say('hello bot');
  await expect.poll(() => receiver.calls.map((c) => JSON.parse(c.body).data.post.message)).toContain('hello bot');
  expect(receiver.calls.map((c) => JSON.parse(c.body).data.post.message)).not.toContain('nobody invited the bot');
  await admin.del(`${API}/${answer.body.id}`);
});

test.each([
  [{ url: 'nowhere' }, 'url'],
  [{ events: ['post.exploded'] }, 'events'],
  [{ events: [] }, 'events'],
  [{ channel_id: 'VAULT' }, 'channel_id'],
])('one with %j is refused, naming %s', async (more, field) => {
  const answer = await owner.post(API, { team_id: team.id, url: 'https://a.example', events: ['*'], ...more, ...('channel_id' in more && { channel_id: vault.id }) });
  expect(answer.status).toBe(400);
  expect(JSON.stringify(answer.body)).toContain(field);
});

test('the names of the events are listed', async () => {
  const { events } = (await ann.get<{ events: string[] }>(`${API}/events`)).body;
  expect(events).toEqual(expect.arrayContaining(['post.created', 'channel-member.added', 'reaction.added', 'team.updated']));
});

test.each([[['post.*'], 'post.created', true], [['post.created'], 'post.edited', false], [['*'], 'x.y', true], [['pos.*'], 'post.created', false], [[], 'post.created', false]])('%j hears %s: %s', (patterns, event, expected) => {
  expect(hears(patterns, event)).toBe(expected);
});
