import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeliveryList } from '#extensions/deliveries/wire/index.ts';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import { signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, type TestServer } from '#kernel/testing/server.ts';
import { makeChannel } from '#messaging/channels/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { Post, PostList } from '#messaging/posts/wire/index.ts';
import type { IncomingWebhook, IncomingWebhookOptions } from '../wire/index.ts';

let server: TestServer;
let owner: Client;
let ann: Client;
let ops: Channel;
let hook: IncomingWebhook;

beforeAll(async () => {
  server = await startTestServer();
  [owner, ann] = [await signUp(server, 'owner'), await signUp(server, 'ann')];
  const team = await makeTeam(owner, 'ops');
  await addToTeam(owner, team, ann);
  ops = await makeChannel(owner, team, 'alerts');
});
afterAll(() => server?.close());

const at = (path: string, to = hook) => `/api/muster/v1/hooks/incoming/${to.id}/${path}`;
async function fresh(options: Partial<IncomingWebhookOptions> & { secret?: string } = {}): Promise<IncomingWebhook> {
  hook = (await owner.post<IncomingWebhook>('/api/v4/hooks/incoming', { channel_id: ops.id, display_name: 'CI' })).body;
  const answer = await owner.call<IncomingWebhookOptions>('PATCH', at('options'), options);
  expect(answer.status).toBe(200);
  return hook;
}

async function send(body: string, headers: Record<string, string> = {}): Promise<{ status: number; message: string }> {
  const answer = await fetch(`${server.url}/hooks/${hook.id}`, { method: 'POST', headers, body });
  const text = await answer.text();
  return { status: answer.status, message: text.startsWith('{') ? JSON.parse(text).message : text };
}

async function newest(): Promise<Post> {
  const { body } = await owner.get<PostList>(`/api/v4/channels/${ops.id}/posts?per_page=1`);
  return body.posts[body.order[0]!]!;
}
const hmac = (secret: string | Buffer, text: string) => createHmac('sha256', secret).update(text);

describe('a signed webhook', () => {
  const body = '{"text":"signed"}';
  const now = () => String(Math.floor(Date.now() / 1000));

  test.each([
    ['github', 'pepper', () => ({ 'x-hub-signature-256': `sha256=${hmac('pepper', body).digest('hex')}` })],
    ['sentry', 'pepper', () => ({ 'sentry-hook-signature': hmac('pepper', body).digest('hex') })],
    ['pagerduty', 'pepper', () => ({ 'x-pagerduty-signature': `v1=other,v1=${hmac('pepper', body).digest('hex')}` })],
    ['token', 'pepper', () => ({ 'x-gitlab-token': 'pepper' })],
    ['standard', `whsec_${Buffer.from('pepper').toString('base64')}`, () => ({ 'webhook-id': 'm1', 'webhook-timestamp': now(), 'webhook-signature': `v1,x v1,${hmac('pepper', `m1.${now()}.${body}`).digest('base64')}` })],
  ] as const)('takes what %s signs and nothing else', async (signature, secret, sign) => {
    await fresh({ signature, secret });
    expect((await send(body, sign())).status).toBe(200);
    expect(await send(body)).toMatchObject({ status: 403 });
    const wrong = Object.fromEntries(Object.entries(sign()).map(([name, value]) => [name, name === 'webhook-timestamp' ? '1000' : `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}`]));
    expect(await send(body, wrong)).toMatchObject({ status: 403 });
  });

  test('never shows its secret, and needs one', async () => {
    await fresh({ signature: 'token', secret: 'pepper' });
    const { body: shown } = await owner.get<IncomingWebhookOptions>(at('options'));
    expect(shown).toMatchObject({ has_secret: true, signature: 'token' });
    expect(JSON.stringify(shown)).not.toContain('pepper');
    expect(await server.app.db.one('SELECT secret FROM incoming_webhook_options WHERE hook_id = $1', [hook.id])).not.toMatchObject({ secret: expect.stringContaining('pepper') });
    expect((await owner.call('PATCH', at('options'), { secret: '' })).status).toBe(400);
  });
});

test('a webhook takes calls from the addresses that it names', async () => {
  await fresh({ addresses: ['192.0.2.0/24', '2001:db8::1'] });
  expect(await send('{"text":"x"}')).toMatchObject({ status: 403, message: expect.stringContaining('127.0.0.1') });
  expect((await send('{"text":"x"}', { 'x-forwarded-for': '192.0.2.7' })).status).toBe(200);
  for (const wrong of ['nowhere', '192.0.2.0/33', '192.0.2.0/2/4']) expect((await owner.call('PATCH', at('options'), { addresses: [wrong] })).status).toBe(400);
});

test('a webhook has limits of its own', async () => {
  await fresh({ max_bytes: 40, calls_per_minute: 3 });
  expect(await send(JSON.stringify({ text: 'x'.repeat(60) }))).toMatchObject({ status: 413 });
  expect([(await send('{"text":"1"}')).status, (await send('{"text":"2"}')).status, (await send('{"text":"3"}')).status]).toEqual([200, 200, 429]);
});

describe('a mapping', () => {
  const mapping = '{"text": "Order " & order.id & ": " & state, "key": order.id, "status": state, "attachments": items.{"title": name, "fields": [{"title": "price", "value": $string(price)}]}[]}';

  test('makes a message of any JSON', async () => {
    await fresh({ mapping });
    expect((await send(JSON.stringify({ order: { id: 'A7' }, state: 'open', items: [{ name: 'Bolt', price: 2 }] }))).status).toBe(200);
    expect(await newest()).toMatchObject({ message: 'Order A7: open', props: { attachments: [{ title: 'Bolt', fields: [{ value: '2' }] }], living: { status: 'open' } } });
    await send(JSON.stringify({ order: { id: 'A7' }, state: 'done', items: [{ name: 'Bolt', price: 2 }] }));
  });

  test('can make several messages, a text, or nothing', async () => {
    await fresh({ mapping: 'alerts.{"text": name}' });
    expect((await send('{"alerts":[{"name":"a"},{"name":"b"}]}')).status).toBe(200);
    expect((await newest()).message).toBe('b');
    expect(await send('{"alerts":[]}')).toEqual({ status: 200, message: 'ok' });
    expect((await newest()).message).toBe('b');
  });

  test('can be tried before it is saved: the message, or what is wrong and where', async () => {
    await fresh();
    const preview = async (expression: string, payload: unknown) => (await owner.post(at('preview'), { mapping: expression, payload })).body;
    expect(await preview('{"text": title, "key": id}', { title: 'hello', id: 7 })).toEqual({ messages: [{ text: 'hello', key: '7', props: {} }], error: null });
    expect(await preview('{"text": }', {})).toMatchObject({ messages: null, error: { message: expect.any(String), position: 10 } });
    expect(await preview('$nothing()', {})).toMatchObject({ messages: null, error: { message: expect.stringContaining('function') } });
    expect((await owner.call('PATCH', at('options'), { mapping: '{"text": ' })).status).toBe(400);
  });

  test.each([
    ['a loop without end', '($f := function($x) { $f($x + 1) }; $f(1))'],
    ['a pattern that explodes', '$match("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", /^(a+)+$/)'],
    ['a flood of data', '$map([1..9000000], function($v) { "xxxxxxxxxxxxxxxxxxxxxxxx" & $v })'],
  ])('that is %s harms only its own webhook', async (_what, expression) => {
    await fresh();
    let turns = 0;
    const watch = setInterval(() => turns++, 20);
    const began = Date.now();
    const preview = owner.post(at('preview'), { mapping: expression, payload: {} });
    const { status } = await owner.get('/api/v4/users/me');
    expect([status, (await preview).body]).toMatchObject([200, { messages: null, error: { message: expect.any(String) } }]);
    clearInterval(watch);
    expect(turns).toBeGreaterThan((Date.now() - began) / 20 / 4); // the server went on meanwhile
    expect((await owner.post(at('preview'), { mapping: '"ok"', payload: {} })).body.messages).toMatchObject([{ text: 'ok' }]);
  });
});

test('each call stands in the ledger and can be replayed, by the mapping of today', async () => {
  await fresh({ mapping: '{"texd": title}' });
  expect((await send('{"title":"lost?"}')).status).toBe(400);
  const list = async () => (await owner.get<DeliveryList>(`/api/muster/v1/deliveries?integration_id=${hook.id}`)).body.deliveries;
  const [failed] = await list();
  expect(failed).toMatchObject({ direction: 'in', kind: 'incoming_webhook', status: 'refused', error: expect.stringContaining('text'), request: { body: '{"title":"lost?"}' } });
  await owner.call('PATCH', at('options'), { mapping: '{"text": title}' });
  expect((await owner.post(`/api/muster/v1/deliveries/${failed!.id}/replay`)).status).toBe(201);
  await expect.poll(async () => (await newest()).message).toBe('lost?');
  await expect.poll(async () => (await list()).find((one) => one.replay_of === failed!.id)).toMatchObject({ status: 'delivered', post_id: (await newest()).id });
});

test('a new address takes the place of the old one, and keeps what belongs to the webhook', async () => {
  const old = await fresh({ mapping: '{"text": title, "key": "k"}' });
  await send('{"title":"before"}');
  const post = await newest();
  hook = (await owner.post<IncomingWebhook>(at('rotate'))).body;
  expect(hook.id).not.toBe(old.id);
  expect((await fetch(`${server.url}/hooks/${old.id}`, { method: 'POST', body: '{"title":"x"}' })).status).toBe(400);
  await owner.post(at('test'), { payload: { title: 'after' } });
  await expect.poll(async () => (await owner.get<Post>(`/api/v4/posts/${post.id}`)).body.message).toBe('after');
});

test('only who manages a webhook sees and changes its options', async () => {
  await fresh();
  for (const answer of await Promise.all([ann.get(at('options')), ann.call('PATCH', at('options'), {}), ann.post(at('preview'), { payload: {} }), ann.post(at('rotate')), ann.post(at('test'), {})])) expect(answer.status).toBe(403);
});
