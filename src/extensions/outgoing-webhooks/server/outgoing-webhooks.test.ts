import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { answerWith, startReceiver, type Receiver } from '#extensions/deliveries/testing.ts';
import type { Delivery } from '#extensions/deliveries/wire/index.ts';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, makeChannel } from '#messaging/channels/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import type { OutgoingWebhook } from '../wire/index.ts';
import { enableOutgoingWebhooks } from './outgoing-webhooks.settings.ts';
import { triggerOf } from './trigger.rules.ts';

const API = '/api/v4/hooks/outgoing';

let server: TestServer;
let admin: Client;
let owner: Client;
let ann: Client;
let team: Team;
let ops: Channel;
let vault: Channel;
let receiver: Receiver;
const made: OutgoingWebhook[] = [];

beforeAll(async () => {
  server = await startTestServer({ env: { MUSTER_SERVICESETTINGS_ALLOWEDUNTRUSTEDINTERNALCONNECTIONS: '127.0.0.1' } });
  admin = await signIn(server, TEST_ADMIN);
  [owner, ann] = [await signUp(server, 'owner'), await signUp(server, 'ann')];
  team = await makeTeam(owner, 'ops');
  await addToTeam(owner, team, ann);
  ops = await makeChannel(owner, team, 'ops');
  vault = await makeChannel(owner, team, 'vault', 'P');
  for (const channel of [ops, vault]) await addToChannel(owner, channel, ann);
});
afterAll(() => server?.close());
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  for (const hook of made.splice(0)) await admin.del(`${API}/${hook.id}`);
  await receiver.close();
});

async function make(more: Partial<OutgoingWebhook> = {}): Promise<OutgoingWebhook> {
  const answer = await owner.post<OutgoingWebhook>(API, { team_id: team.id, trigger_words: ['polly'], callback_urls: [`${receiver.url}/out`], display_name: 'Parrot', content_type: 'application/json', ...more });
  expect(answer.body).toMatchObject({ display_name: 'Parrot' });
  made.push(answer.body);
  return answer.body;
}
const say = async (message: string, channel = ops, more: object = {}): Promise<Post> => (await ann.post<Post>('/api/v4/posts', { channel_id: channel.id, message, ...more })).body;
async function ledger(hook: OutgoingWebhook): Promise<Delivery[]> {
  return (await owner.get(`/api/muster/v1/deliveries?integration_id=${hook.id}`)).body.deliveries;
}
async function ended(hook: OutgoingWebhook, count = 1): Promise<Delivery[]> {
  let rows: Delivery[] = [];
  await expect.poll(async () => (rows = await ledger(hook)).filter((row) => row.status !== 'waiting').length, { timeout: 5_000, interval: 20 }).toBe(count);
  return rows;
}
const postOf = async (row: Delivery): Promise<Post> => (await owner.get<Post>(`/api/v4/posts/${row.post_id}`)).body;

test('a message that begins with a trigger word is sent as JSON, and the answer is posted', async () => {
  receiver.answer = answerWith(200, { text: 'heard you', username: 'parrot', props: { mine: 'kept', from_bot: 'true' } });
  const hook = await make();
  const post = await say('polly wants a cracker');
  const [row] = await ended(hook);
  const [call] = receiver.calls;
  expect(JSON.parse(call!.body)).toEqual({
    token: hook.token, team_id: team.id, team_domain: 'ops', channel_id: ops.id, channel_name: 'ops', timestamp: post.create_at, user_id: ann.user.id, user_name: 'ann', post_id: post.id, text: post.message, trigger_word: 'polly', file_ids: '',
  });
  expect(call!.headers).toMatchObject({ accept: 'application/json', 'content-type': 'application/json' });
  expect(row).toMatchObject({ kind: 'outgoing_webhook', status: 'delivered', integration_name: 'Parrot', owner_id: owner.user.id, channel_id: ops.id });
  expect(JSON.stringify(row)).not.toContain(hook.token);
  expect(await postOf(row!)).toMatchObject({ message: 'heard you', user_id: owner.user.id, root_id: '', props: { from_webhook: 'true', override_username: 'parrot', webhook_display_name: 'Parrot', mine: 'kept' } });
  expect((await postOf(row!)).props).not.toHaveProperty('from_bot');
});

test('a form has the time in seconds, each address is called, and a comment goes into the thread', async () => {
  receiver.answer = (call, reply) => answerWith(200, call.path === '/b' ? { text: 'in the thread', response_type: 'comment', attachments: [{ text: 'attached' }] } : '')(call, reply);
  const hook = await make({ content_type: '', callback_urls: [`${receiver.url}/a`, `${receiver.url}/b`] });
  const post = await say('polly & friends?');
  const rows = await ended(hook, 2);
  expect(receiver.calls.map((c) => c.path).sort()).toEqual(['/a', '/b']);
  const form = new URLSearchParams(receiver.calls[0]!.body);
  expect([form.get('timestamp'), form.get('text'), form.get('token')]).toEqual([String(Math.floor(post.create_at / 1000)), 'polly & friends?', hook.token]);
  const posts = await Promise.all(rows.filter((row) => row.post_id).map(postOf));
  expect(posts).toMatchObject([{ message: 'in the thread', root_id: post.id, type: 'slack_attachment', props: { attachments: [{ text: 'attached' }] } }]);
});

test('what is private, a webhook\'s, or without the word is not sent', async () => {
  const hook = await make();
  const deaf = await make({ channel_id: ops.id, trigger_words: null, callback_urls: [`${receiver.url}/all`] });
  const incoming = (await owner.post('/api/v4/hooks/incoming', { channel_id: ops.id })).body;
  await say('polly in private', vault);
  await fetch(`${server.url}/hooks/${incoming.id}`, { method: 'POST', body: JSON.stringify({ text: 'polly by a webhook' }) });
  await owner.put(`/api/v4/channels/${ops.id}/patch`, { header: 'polly' });
  await say('a word: polly');
  await ended(deaf); // hears all that people say in its channel
  expect(receiver.calls.map((c) => [c.path, JSON.parse(c.body).text])).toEqual([['/all', 'a word: polly']]);
  expect(await ledger(hook)).toEqual([]);
});

test('a receiver that answers nonsense is told so in the ledger, and is not called again', async () => {
  receiver.answer = answerWith(200, 'certainly!');
  const hook = await make();
  await say('polly');
  expect((await ended(hook))[0]).toMatchObject({ status: 'delivered', attempts: 1, post_id: '', error: 'The answer could not be used: it is not JSON. Answer with an object such as {"text": "Hello"}, or with nothing.' });
  expect(receiver.calls).toHaveLength(1);
});

test('a call that failed is replayed with the token and address that the webhook has by then', async () => {
  receiver.answer = answerWith(404);
  const hook = await make();
  await say('polly');
  const [failed] = await ended(hook);
  expect(failed).toMatchObject({ status: 'failed' });
  const fresh = (await owner.post<OutgoingWebhook>(`${API}/${hook.id}/regen_token`)).body;
  expect(fresh.token).not.toBe(hook.token);
  receiver.answer = answerWith(200);
  await owner.put(`${API}/${hook.id}`, { ...fresh, callback_urls: [`${receiver.url}/mended`] });
  expect((await owner.post(`/api/muster/v1/deliveries/${failed!.id}/replay`)).status).toBe(201);
  await ended(hook, 2);
  expect(receiver.calls.map((c) => [c.path, JSON.parse(c.body).token])).toEqual([['/out', hook.token], ['/mended', fresh.token]]);
});

test('who has left the team hears nothing any more', async () => {
  const gone = await signUp(server, 'gone');
  await addToTeam(owner, team, gone);
  const hook = (await admin.post<OutgoingWebhook>(API, { team_id: team.id, creator_id: gone.user.id, trigger_words: ['polly'], callback_urls: [receiver.url], display_name: 'Spy' })).body;
  made.push(hook);
  await owner.del(`/api/v4/teams/${team.id}/members/${gone.user.id}`);
  await say('polly');
  let rows: Delivery[] = [];
  await expect.poll(async () => (rows = (await admin.get(`/api/muster/v1/deliveries?integration_id=${hook.id}`)).body.deliveries)[0]?.status).toBe('refused');
  expect(rows[0]).toMatchObject({ error: 'The owner of the webhook is not in the team any more.' });
  expect(receiver.calls).toEqual([]);
});

test('nothing is sent while outgoing webhooks are switched off, nor after one is deleted', async () => {
  const hook = await make();
  await server.app.settings.set(enableOutgoingWebhooks, false);
  expect((await say('polly')).id).toBeTruthy();
  expect(await owner.post(API, { team_id: team.id })).toMatchObject({ status: 501 });
  await server.app.settings.set(enableOutgoingWebhooks, true);
  expect((await owner.del(`${API}/${hook.id}`)).body).toEqual({ status: 'OK' });
  await say('polly');
  expect(await ledger(hook)).toEqual([]);
  expect(await owner.get(`${API}/${hook.id}`)).toMatchObject({ status: 404 });
});

test('are managed by administrators of the team, each their own and those of others', async () => {
  const hook = await make();
  for (const answer of await Promise.all([ann.post(API, { team_id: team.id, trigger_words: ['x'], callback_urls: ['https://a.example'] }), ann.get(`${API}/${hook.id}`), ann.put(`${API}/${hook.id}`, hook), ann.del(`${API}/${hook.id}`), ann.post(`${API}/${hook.id}/regen_token`), ann.get(`${API}?team_id=${team.id}`)])) expect(answer).toMatchObject({ status: 403 });
  expect((await nobody(server).get(API)).status).toBe(401);
  expect((await owner.get<OutgoingWebhook[]>(`${API}?team_id=${team.id}`)).body).toEqual([hook]);
  expect((await admin.get<OutgoingWebhook[]>(`${API}?channel_id=${ops.id}`)).body).toEqual([]);
  expect((await admin.get(`${API}/${hook.id}`)).body).toEqual(hook);
  const row = await server.app.db.one<{ token: string }>('SELECT token FROM outgoing_webhooks WHERE id = $1', [hook.id]);
  expect(server.app.secrets.isSealed(row.token)).toBe(true);
});

test.each([
  ['no address', { callback_urls: [] }, 'model.outgoing_hook.is_valid.callback.app_error'],
  ['an address of another sort', { callback_urls: ['ftp://a.example'] }, 'model.outgoing_hook.is_valid.url.app_error'],
  ['an empty word', { trigger_words: [''] }, 'model.outgoing_hook.is_valid.trigger_words.app_error'],
  ['neither channel nor words', { trigger_words: [] }, 'api.webhook.create_outgoing.triggers.app_error'],
  ['a private channel', { channel_id: 'VAULT' }, 'api.webhook.create_outgoing.not_open.app_error'],
  ['an unknown way to trigger', { trigger_when: 2 }, 'api.context.invalid_body_param.app_error'],
])('one with %s is refused', async (_what, more, id) => {
  const answer = await owner.post(API, { team_id: team.id, trigger_words: ['w'], callback_urls: ['https://a.example'], display_name: 'x', ...more, ...('channel_id' in more && { channel_id: vault.id }) });
  expect(answer.body).toMatchObject({ id });
  expect(answer.status).toBeLessThan(500);
});

test('two that would call the same address on the same word are refused', async () => {
  const hook = await make();
  expect((await owner.post(API, { ...hook, id: undefined })).body).toMatchObject({ id: 'api.webhook.create_outgoing.intersect.app_error' });
});

test.each([
  [{ trigger_when: 0 }, 'polly wants', 'polly'],
  [{ trigger_when: 0 }, 'pollyanna', undefined],
  [{ trigger_when: 1 }, 'pollyanna', 'polly'],
  [{ trigger_when: 1 }, 'a polly', undefined],
  [{ trigger_words: [] }, 'anything', undefined],
  [{ trigger_words: [], channel_id: 'c' }, 'anything', ''],
  [{ channel_id: 'other' }, 'polly', undefined],
])('%j on "%s" is triggered by %j', (more, message, expected) => {
  expect(triggerOf({ channel_id: '', trigger_words: ['polly'], trigger_when: 0, ...more } as OutgoingWebhook, { channel_id: 'c', message })).toBe(expected);
});
