import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { openSocket } from '#kernel/testing/socket.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, listen, makeChannel } from '#messaging/channels/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { upload } from '#messaging/files/testing.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import type { Draft } from '../wire/index.ts';
import { allowSyncedDrafts } from './drafts.settings.ts';

let server: TestServer;
let admin: Client;
let ann: Client;
let bob: Client;
let team: Team;
let channel: Channel;
let now = Date.now();

beforeAll(async () => {
  server = await startTestServer({ clock: () => now });
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob] = [await signUp(server, 'ann'), await signUp(server, 'bob')];
  team = await makeTeam(admin, 'ops');
  await addToTeam(admin, team, ann, bob);
  channel = await makeChannel(ann, team, 'talk');
});
afterAll(() => server?.close());
beforeEach(() => void (now += 1000));

const save = (by: Client, draft: Partial<Draft>) => by.post<Draft>('/api/v4/drafts', { channel_id: channel.id, root_id: '', ...draft });
const list = async (by: Client) => (await by.get<Draft[]>(`/api/v4/users/me/teams/${team.id}/drafts`)).body;
const say = async (by: Client, message: string, root_id = '') => (await by.post<Post>('/api/v4/posts', { channel_id: channel.id, message, root_id })).body;

test('a draft that is saved is what the other devices are told and read', async () => {
  const hearing = await listen(server, ann);
  const { status, body } = await save(ann, { message: 'unfinished', priority: { priority: 'urgent' } });
  expect(status).toBe(201);
  const told = (await hearing.take()).find((e) => e.event === 'draft_created');
  expect(JSON.parse(told!.data.draft)).toEqual(body);
  expect(await list(ann)).toEqual([body]);
  expect(body).toMatchObject({ message: 'unfinished', priority: { priority: 'urgent' }, metadata: { priority: { priority: 'urgent' } } });
  hearing.close();
});

test('a draft is written anew in its place, apart from those of threads', async () => {
  const root = await say(ann, 'a root');
  const first = (await save(ann, { message: 'one' })).body;
  const second = (await save(ann, { message: 'two' })).body;
  await save(ann, { message: 'a reply', root_id: root.id });
  expect(second.create_at).toBe(first.create_at);
  expect(second.update_at).toBeGreaterThan(first.update_at);
  expect((await list(ann)).map((d) => d.message).sort()).toEqual(['a reply', 'two']);
});

test('the connection that saves a draft is not told of it', async () => {
  const socket = await openSocket(server, ann.token);
  const { connection_id } = (await socket.untilEvent('hello')).data;
  await fetch(`${server.url}/api/v4/drafts`, { method: 'POST', headers: { authorization: `Bearer ${ann.token}`, 'content-type': 'application/json', 'connection-id': connection_id }, body: JSON.stringify({ channel_id: channel.id, message: 'mine' }) });
  await socket.ask('ping');
  expect(socket.heard.map((frame) => frame.event)).not.toContain('draft_created');
  socket.close();
});

test('an emptied draft is gone', async () => {
  await save(ann, { message: 'x' });
  const hearing = await listen(server, ann);
  expect((await save(ann, { message: '' })).body).toBeNull();
  expect((await hearing.take()).map((e) => e.event)).toEqual(['draft_deleted']);
  expect((await list(ann)).filter((d) => !d.root_id)).toEqual([]);
  hearing.close();
});

test('a draft goes when it is sent, and stays when another device sends something else', async () => {
  await save(bob, { message: 'hello all ' });
  await addToChannel(ann, channel, bob);
  await save(bob, { message: 'hello all ' });
  await say(bob, 'something else');
  await server.app.settle();
  expect((await list(bob)).map((d) => d.message)).toEqual(['hello all ']);
  await say(bob, 'hello all');
  await server.app.settle();
  expect(await list(bob)).toEqual([]);
});

test('drafts of a thread go with its root', async () => {
  const root = await say(ann, 'short lived');
  await save(ann, { message: 'a reply', root_id: root.id });
  await ann.del(`/api/v4/posts/${root.id}`);
  expect((await list(ann)).filter((d) => d.root_id === root.id)).toEqual([]);
});

test('files that wait with a draft are kept, and shown with it', async () => {
  const file = await upload(server, ann, channel.id, { name: 'plan.txt', bytes: 'the plan' });
  const lost = await upload(server, ann, channel.id, { name: 'lost.txt', bytes: 'lost' });
  await save(ann, { message: '', file_ids: [file.id] });
  now += 25 * 3_600_000;
  await server.restart();
  await expect.poll(async () => (await ann.get(`/api/v4/files/${lost.id}`)).status).toBe(404);
  expect((await ann.get(`/api/v4/files/${file.id}`)).status).toBe(200);
  expect((await list(ann)).find((d) => !d.root_id)!.metadata!.files!.map((f) => f.name)).toEqual(['plan.txt']);
  expect((await save(bob, { message: 'stolen', file_ids: [file.id] })).body.metadata).toEqual({});
});

test('drafts are for their writer alone', async () => {
  await save(ann, { message: 'secret' });
  expect((await admin.get(`/api/v4/users/${ann.user.id}/teams/${team.id}/drafts`)).status).toBe(403);
  expect((await admin.del(`/api/v4/users/${ann.user.id}/channels/${channel.id}/drafts`)).status).toBe(403);
  expect((await ann.del(`/api/v4/users/me/channels/${channel.id}/drafts`)).body).toEqual({ status: 'OK' });
  expect((await ann.del(`/api/v4/users/me/channels/${channel.id}/drafts`)).status).toBe(200);
});

test.each([
  ['a text that is too long', { message: 'x'.repeat(16_384) }, 400, 'model.draft.is_valid.message_length.app_error'],
  ['too many files', { file_ids: Array.from({ length: 11 }, (_, i) => `${'a'.repeat(24)}${String(i).padStart(2, '0')}`) }, 400, 'model.draft.is_valid.file_ids.app_error'],
  ['a thread that cannot be', { message: 'x', root_id: 'short' }, 400, 'api.context.invalid_body_param.app_error'],
  ['a channel of others', { message: 'x', channel_id: 'aaaaaaaaaaaaaaaaaaaaaaaaaa' }, 403, 'api.context.permissions.app_error'],
])('%s is refused', async (_what, draft, status, id) => {
  expect(await save(ann, draft)).toMatchObject({ status, body: { id } });
});

test('where drafts stay on each device the server says so', async () => {
  await server.app.settings.set(allowSyncedDrafts, false);
  expect(await save(ann, { message: 'x' })).toMatchObject({ status: 501, body: { id: 'api.drafts.disabled.app_error' } });
  await server.app.settings.set(allowSyncedDrafts, true);
});
