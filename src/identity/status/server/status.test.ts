import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { connectionAlive } from '#kernel/server/index.ts';
import { openSocket } from '#kernel/testing/socket.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { endCustomStatuses } from './custom-status.jobs.ts';
import { endDueDnd } from './status.ts';

let server: TestServer;
let admin: Client;
let ann: Client;
let bob: Client;
let now = Date.UTC(2030, 0, 1);
const api = (path: string) => `/api/v4/users${path}`;

beforeAll(async () => {
  server = await startTestServer({ clock: () => now });
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob] = (await Promise.all(['ann', 'bob'].map((name) => signUp(server, name)))) as [Client, Client];
});
afterAll(() => server?.close());

const statusOf = async (person: Client) => (await bob.get(api(`/${person.user.id}/status`))).body.status as string;
const comes = (person: Client, status: string) => vi.waitFor(async () => expect(await statusOf(person)).toBe(status), { timeout: 5_000, interval: 20 });

test('who connects is online, who is idle is away, who leaves is offline, and only his own clients are told', async () => {
  const watcher = await openSocket(server, bob.token);
  const first = await openSocket(server, ann.token);
  await comes(ann, 'online');
  const second = await openSocket(server, ann.token);
  now += 301_000;
  server.app.publish(connectionAlive, { user_id: ann.user.id });
  await first.until((frame) => frame.event === 'status_change' && frame.data.status === 'away');
  await second.ask('user_update_active_status', { user_is_active: true });
  expect(await statusOf(ann)).toBe('online');
  first.close();
  await first.closed;
  expect(await statusOf(ann)).toBe('online');
  second.close();
  await comes(ann, 'offline');
  expect(watcher.heard.some((frame) => frame.event === 'status_change' && frame.data.user_id === ann.user.id)).toBe(false);
  watcher.close();
});

test('what is set by hand outlives connections and ends by the clock', async () => {
  const end = Math.floor(now / 1000) + 3600;
  const { body } = await ann.put(api('/me/status'), { user_id: ann.user.id, status: 'dnd', dnd_end_time: end });
  expect(body).toMatchObject({ status: 'dnd', manual: true, dnd_end_time: Math.floor(end / 60) * 60 });
  const socket = await openSocket(server, ann.token);
  expect(await statusOf(ann)).toBe('dnd');
  await vi.waitFor(async () => expect(await server.app.db.maybe("SELECT 1 FROM statuses WHERE user_id = $1 AND status = 'dnd'", [ann.user.id])).toBeTruthy(), { timeout: 5_000 });
  await endDueDnd(server.app);
  expect(await statusOf(ann)).toBe('dnd');
  now += 3_600_000;
  await endDueDnd(server.app);
  expect(await statusOf(ann)).toBe('online');
  socket.close();
});

test('people are asked for together, and who was never seen is offline', async () => {
  const { body } = await bob.post(api('/status/ids'), [ann.user.id, 'a'.repeat(26)]);
  expect(body).toHaveLength(2);
  expect(body[1]).toEqual({ user_id: 'a'.repeat(26), status: 'offline', manual: false, last_activity_at: 0, dnd_end_time: 0 });
  expect(await bob.post(api('/status/ids'), ['nonsense'])).toMatchObject({ status: 400 });
  expect(await bob.post(api('/status/ids'), [])).toMatchObject({ status: 400 });
  expect(await bob.get(api(`/${'a'.repeat(26)}/status`))).toMatchObject({ status: 404 });
});

test('the WebSocket answers the same questions', async () => {
  const socket = await openSocket(server, bob.token);
  await comes(bob, 'online');
  expect((await socket.ask('get_statuses')).data).toMatchObject({ [bob.user.id]: 'online' });
  expect((await socket.ask('get_statuses_by_ids', { user_ids: [bob.user.id, 'a'.repeat(26)] })).data).toEqual({ [bob.user.id]: 'online', ['a'.repeat(26)]: 'offline' });
  expect(await socket.ask('get_statuses_by_ids', { user_ids: [] })).toMatchObject({ status: 'FAIL', error: { id: 'api.websocket_handler.invalid_param.app_error' } });
  socket.close();
});

test.each([
  ['an unknown word', { status: 'sleeping' }],
  ['no word', {}],
  ['an end in the past', { status: 'dnd', dnd_end_time: 60 }],
  ['an end that is no number', { status: 'dnd', dnd_end_time: 'soon' }],
])('%s is refused', async (_name, body) => expect(await ann.put(api('/me/status'), { user_id: ann.user.id, ...body })).toMatchObject({ status: 400 }));

test('others may not set it, neither the word nor the words', async () => {
  expect(await bob.put(api(`/${ann.user.id}/status`), { user_id: ann.user.id, status: 'away' })).toMatchObject({ status: 403 });
  expect(await ann.put(api('/me/status'), { user_id: bob.user.id, status: 'away' })).toMatchObject({ status: 400 });
  expect(await bob.put(api(`/${ann.user.id}/status/custom`), { emoji: 'x', text: 'y' })).toMatchObject({ status: 403 });
  expect(await bob.del(api(`/${ann.user.id}/status/custom`))).toMatchObject({ status: 403 });
});

test('words about what one does are seen by all, remembered, and can be forgotten', async () => {
  const status = { emoji: 'calendar', text: 'In a <b>review</b>', duration: 'date_and_time', expires_at: '2099-01-01T00:00:00Z' };
  await ann.put(api('/me/status/custom'), status);
  expect(JSON.parse((await bob.get(api(`/${ann.user.id}`))).body.props.customStatus)).toEqual(status);
  const recent = async () => JSON.parse((await ann.get(api('/me/preferences/custom_status/name/recent_custom_statuses'))).body.value) as object[];
  expect(await recent()).toEqual([status]);
  await ann.post(api('/me/status/custom/recent/delete'), status);
  expect(await recent()).toEqual([]);
  await ann.del(api('/me/status/custom'));
  expect((await bob.get(api(`/${ann.user.id}`))).body.props.customStatus).toBe('');
  expect(await ann.put(api('/me/status/custom'), { emoji: '', text: '' })).toMatchObject({ status: 400 });
});

test('lists of people can begin with those who are there, or were last', async () => {
  const socket = await openSocket(server, bob.token);
  await comes(bob, 'online');
  await vi.waitFor(async () => expect((await admin.get(api('?sort=status'))).body[0].username).toBe('bob'), { timeout: 5_000 });
  expect((await admin.get(api('?sort=last_activity_at'))).body.at(-1).username).toBe('admin');
  socket.close();
});

test('who is deactivated is offline', async () => {
  const cat = await signUp(server, 'cat');
  const socket = await openSocket(server, cat.token);
  await cat.put(api('/me/status'), { user_id: cat.user.id, status: 'dnd' });
  await admin.put(api(`/${cat.user.id}/active`), { active: false });
  await socket.closed;
  await comes(cat, 'offline');
});

test('a custom status whose time is over is taken away, and everybody hears of it', async () => {
  const ended = JSON.stringify({ emoji: 'calendar', text: 'In a review', duration: 'one_hour', expires_at: '2020-01-01T00:00:00Z' });
  await server.app.db.run(`UPDATE users SET props = jsonb_build_object('customStatus', $2::text) WHERE id = $1`, [ann.user.id, ended]);
  const ctx = server.app.systemCtx();
  await server.app.execute(ctx, endCustomStatuses.action, {});
  expect((await ann.get('/api/v4/users/me')).body.props?.customStatus ?? '').toBe('');
});
