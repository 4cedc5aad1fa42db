import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { signUp, type Client } from '#identity/users/testing.ts';
import { openSocket } from '#kernel/testing/socket.ts';
import { startTestServer, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, makeChannel } from '#messaging/channels/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { Post, PostList } from '#messaging/posts/wire/index.ts';
import type { IncomingWebhook, IncomingWebhookReceipt } from '../wire/index.ts';
import { callBurst, editInterval } from './webhooks.settings.ts';

let server: TestServer;
let owner: Client;
let ann: Client;
let team: Team;
let ops: Channel;
let hook: IncomingWebhook;
let ahead_ms = 0;

beforeAll(async () => {
  server = await startTestServer({ clock: () => Date.now() + ahead_ms });
  [owner, ann] = [await signUp(server, 'owner'), await signUp(server, 'ann')];
  team = await makeTeam(owner, 'ops');
  ops = await makeChannel(owner, team, 'alerts');
  await owner.post(`/api/v4/teams/${team.id}/members`, { team_id: team.id, user_id: ann.user.id });
  await addToChannel(owner, ops, ann);
  hook = (await owner.post<IncomingWebhook>('/api/v4/hooks/incoming', { channel_id: ops.id, display_name: 'CI' })).body;
  await server.app.settings.set(editInterval, 0);
});
afterAll(() => server?.close());

async function call(method: string, path: string, payload: unknown, headers: Record<string, string> = {}): Promise<{ status: number; body: any; headers: Headers }> {
  const answer = await fetch(`${server.url}/hooks/${hook.id}${path}`, { method, headers: { 'content-type': 'application/json', ...headers }, ...(payload !== undefined && { body: JSON.stringify(payload) }) });
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : text, headers: answer.headers };
}

async function told(payload: unknown, query = '', headers: Record<string, string> = {}): Promise<IncomingWebhookReceipt> {
  const { status, body } = await call('POST', `?return=post${query}`, payload, headers);
  expect([status, body]).toEqual([200, expect.objectContaining({ post_ids: expect.any(Array) })]);
  return body;
}
const read = async (id: string) => (await owner.get<Post>(`/api/v4/posts/${id}`)).body;

async function replies(id: string): Promise<Post[]> {
  const { posts } = (await owner.get<PostList>(`/api/v4/posts/${id}/thread`)).body;
  return Object.values(posts).filter((post) => post.root_id === id).sort((a, b) => a.create_at - b.create_at);
}

describe('a call with return=post', () => {
  test('is answered with the message, which the webhook may then change and delete', async () => {
    const receipt = await told({ text: 'deploying', attachments: [{ title: 'v1' }] });
    expect(receipt).toMatchObject({ channel_id: ops.id, root_id: '', key: '', is_created: true, post_ids: [receipt.post_id] });
    const changed = await call('PATCH', `/posts/${receipt.post_id}`, { text: 'deployed <https://x.example|v1>' });
    expect([changed.status, changed.body.message]).toEqual([200, 'deployed [v1](https://x.example)']);
    expect(await read(receipt.post_id)).toMatchObject({ message: 'deployed [v1](https://x.example)', props: { from_webhook: 'true', attachments: [{ title: 'v1' }] } });
    await call('PATCH', `/posts/${receipt.post_id}`, { attachments: [] });
    expect((await read(receipt.post_id)).props).not.toHaveProperty('attachments');
    expect((await call('DELETE', `/posts/${receipt.post_id}`, undefined)).body).toEqual({ status: 'OK' });
    expect((await owner.get(`/api/v4/posts/${receipt.post_id}`)).status).toBe(404);
    expect((await call('PATCH', `/posts/${receipt.post_id}`, { text: 'x' })).status).toBe(404);
  });

  test('gives no way to messages of others', async () => {
    const { body: mine } = await owner.post<Post>('/api/v4/posts', { channel_id: ops.id, message: 'mine' });
    expect((await call('PATCH', `/posts/${mine.id}`, { text: 'taken' })).status).toBe(404);
    expect((await call('DELETE', `/posts/${mine.id}`, undefined)).status).toBe(404);
    expect((await read(mine.id)).message).toBe('mine');
  });
});

describe('a key', () => {
  test('has one message, which shows how things stand; what it was goes into its thread', async () => {
    const first = await told({ text: 'disk 91 %', key: 'disk', status: 'firing' });
    const second = await told({ text: 'disk 95 %', key: 'disk', status: 'firing' });
    const third = await told({ text: 'disk 40 %', status: 'resolved' }, '&key=disk');
    expect([second.post_id, third.post_id, first.is_created, third.is_created]).toEqual([first.post_id, first.post_id, true, false]);
    expect(await read(first.post_id)).toMatchObject({ edit_at: 0, message: expect.stringMatching(/resolved.*disk 40 %/), props: { living: { status: 'resolved', is_closed: true, updates: 3 } } });
    expect((await replies(first.post_id)).map((post) => post.message)).toEqual([expect.stringContaining('disk 91 %'), expect.stringContaining('disk 95 %')]);
  });

  test('is opened again if it comes back soon, and has a new message later or when its message was deleted', async () => {
    const closed = await told({ text: 'down', key: 'flap', status: 'resolved' });
    expect((await told({ text: 'down', key: 'flap', status: 'firing' })).post_id).toBe(closed.post_id);
    await told({ text: 'up', key: 'flap', status: 'resolved' });
    await server.app.db.run("UPDATE webhook_messages SET state = jsonb_set(state, '{closed_at}', '1000') WHERE key = 'flap'");
    const anew = await told({ text: 'down again', key: 'flap', status: 'firing' });
    expect([anew.is_created, anew.post_id === closed.post_id]).toEqual([true, false]);
    await owner.del(`/api/v4/posts/${anew.post_id}`);
    expect((await told({ text: 'still down', key: 'flap' })).is_created).toBe(true);
  });

  test.each([['at', ['2026-01-01T10:00:00Z', '2026-01-01T10:05:00Z', '2026-01-01T10:02:00Z']], ['sequence', [1, 3, 2]]])('shows what is newest by %s, whatever comes last', async (field, [a, b, c]) => {
    const first = await told({ text: 'queued', key: `build-${field}`, [field]: a });
    await told({ text: 'passed', key: `build-${field}`, [field]: b });
    await told({ text: 'running', key: `build-${field}`, [field]: c });
    expect((await read(first.post_id)).message).toBe('passed');
    expect((await replies(first.post_id)).map((post) => post.message)).toEqual([expect.stringContaining('queued'), expect.stringContaining('running')]);
  });

  test('whose message is repeated unchanged tells nobody again', async () => {
    const first = await told({ text: 'same', key: 'same' });
    await told({ text: 'same', key: 'same' });
    expect(await replies(first.post_id)).toEqual([]);
  });

  test('mentions once: its history notifies nobody', async () => {
    const member = async () => (await ann.get(`/api/v4/channels/${ops.id}/members/me`)).body.mention_count;
    const before = await member();
    const first = await told({ text: '@ann look', key: 'calls' });
    await told({ text: '@ann look there', key: 'calls' });
    expect(await member()).toBe(before + 1);
    expect((await replies(first.post_id))[0]!.message).not.toContain('@ann');
  });
});

test('messages of one thread key stand in one thread, also if they come at the same time', async () => {
  const receipts = await Promise.all([1, 2, 3, 4].map((n) => told({ text: `step ${n}`, thread_key: 'release 7' })));
  const root = receipts.find((receipt) => receipt.root_id === '');
  expect(receipts.filter((receipt) => receipt.root_id === root!.post_id)).toHaveLength(3);
  const living = await told({ text: 'check', thread_key: 'release 7', key: 'check', status: 'running' });
  expect(living.root_id).toBe(root!.post_id);
});

describe('an Idempotency-Key', () => {
  test('answers a repeated call with the first message', async () => {
    const send = () => told({ text: 'once' }, '', { 'idempotency-key': 'abc' });
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map((receipt) => receipt.post_id)).size).toBe(1);
    expect((await call('POST', '', { text: 'once' }, { 'idempotency-key': 'abc' })).body).toBe('ok');
    expect(await call('POST', '', { text: 'other' }, { 'idempotency-key': 'abc' })).toMatchObject({ status: 422 });
  });

  test('is free again after a call that was refused', async () => {
    expect((await call('POST', '', { text: '' }, { 'idempotency-key': 'def' })).status).toBe(400);
    expect((await call('POST', '', { text: '' }, { 'idempotency-key': 'def' })).status).toBe(400);
  });
});

test('1,000 alerts at once with 20 keys become 20 messages that show the last of each; nothing is lost and the channel stays quiet', async () => {
  await server.app.settings.set(editInterval, 1000);
  const storm = await makeChannel(owner, team, 'storm');
  const target = (await owner.post<IncomingWebhook>('/api/v4/hooks/incoming', { channel_id: storm.id })).body;
  const socket = await openSocket(server, owner.token);
  const send = async (n: number) => fetch(`${server.url}/hooks/${target.id}`, { method: 'POST', body: JSON.stringify({ text: `value ${n}`, key: `alert-${n % 20}`, sequence: n }) }).then((answer) => answer.status);
  const began = Date.now();
  const numbers = Array.from({ length: 1000 }, (_, n) => n);
  const results: number[] = [];
  for (let at = 0; at < 1000; at += 100) results.push(...(await Promise.all(numbers.slice(at, at + 100).map(send))));
  expect(new Set(results)).toEqual(new Set([200]));
  const { status } = await owner.post('/api/v4/posts', { channel_id: storm.id, message: 'I can still write' });
  expect(status).toBe(201);
  await expect.poll(async () => (await server.app.db.one<{ count: number }>("SELECT count(*) FROM webhook_updates u JOIN webhook_messages m ON m.id = u.message_id WHERE m.channel_id = $1", [storm.id])).count, { timeout: 20_000 }).toBe(0);
  await server.app.settle();
  const { posts } = (await owner.get<PostList>(`/api/v4/channels/${storm.id}/posts?per_page=200`)).body;
  const roots = Object.values(posts).filter((post) => !post.root_id && post.props.from_webhook);
  expect(roots.map((post) => post.message).sort()).toEqual(numbers.slice(980).map((n) => `value ${n}`).sort());
  const lines = (await Promise.all(roots.map((post) => replies(post.id)))).flat().flatMap((post) => post.message.split('\n'));
  expect(new Set(lines.map((line) => /value (\d+)/.exec(line)![1]))).toEqual(new Set(numbers.slice(0, 980).map(String)));
  const edits = socket.heard.filter((frame) => frame.event === 'post_edited' && frame.broadcast.channel_id === storm.id).length;
  expect(edits).toBeLessThanOrEqual(20 * (2 + (Date.now() - began) / 1000));
  socket.close();
  await server.app.settings.set(editInterval, 0);
});

test('an update that arrives as the server stops is shown when it is back', async () => {
  await server.app.settings.set(editInterval, 30_000);
  const first = await told({ text: 'before', key: 'restart' });
  expect((await call('POST', '', { text: 'after', key: 'restart' })).body).toBe('ok');
  expect((await read(first.post_id)).message).toBe('before');
  await server.restart();
  ahead_ms = 60_000;
  await server.app.jobs.runDue();
  ahead_ms = 0;
  await expect.poll(async () => (await read(first.post_id)).message).toBe('after');
  await server.app.settings.set(editInterval, 0);
});

test('a webhook that is called too often says when to come again', async () => {
  await server.app.settings.set(callBurst, 1);
  const { body: fresh } = await owner.post<IncomingWebhook>('/api/v4/hooks/incoming', { channel_id: ops.id });
  const send = () => fetch(`${server.url}/hooks/${fresh.id}`, { method: 'POST', body: '{"text":"x"}' });
  expect((await send()).status).toBe(200);
  const refused = await send();
  expect([refused.status, refused.headers.get('retry-after'), ((await refused.json()) as { message: string }).message]).toEqual([429, '1', expect.stringContaining('calls a minute')]);
  await server.app.settings.set(callBurst, 2000);
});
