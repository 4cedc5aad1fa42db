import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSocket } from '#kernel/testing/socket.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';

let server: TestServer;
let admin: Client;
let ann: Client;
let bob: Client;
let team: any;
let channel: any;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob] = [await signUp(server, 'ann'), await signUp(server, 'bob')];
  team = (await ann.post('/api/v4/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' })).body;
  await ann.post(`/api/v4/teams/${team.id}/members`, { team_id: team.id, user_id: bob.user.id });
});
beforeEach(async () => {
  channel = (await ann.post('/api/v4/channels', { team_id: team.id, name: `ops-${Date.now()}`, display_name: 'Ops', type: 'O' })).body;
  await ann.post(`/api/v4/channels/${channel.id}/members`, { user_id: bob.user.id });
});
afterAll(() => server.close());

const say = async (who: Client, message: string, root_id = '') => (await who.post('/api/v4/posts', { channel_id: channel.id, message, root_id })).body;
const set = (patch: object) => admin.put('/api/v4/config/patch', patch);
const memberOf = async (who: Client) => (await who.get(`/api/v4/channels/${channel.id}/members/me`)).body;

test('a reply of one who sees replies in the channel marks the channel as viewed', async () => {
  const root = await say(ann, 'root');
  await say(bob, 'threads are on', root.id);
  const total = (await bob.get(`/api/v4/channels/${channel.id}`)).body.total_msg_count;
  expect((await memberOf(bob)).msg_count).toBeLessThan(total);
  await set({ ServiceSettings: { CollapsedThreads: 'default_off' } });
  await say(bob, 'threads are off', root.id);
  expect((await memberOf(bob)).msg_count).toBe(total + 1);
  await bob.put('/api/v4/users/me/preferences', [{ user_id: bob.user.id, category: 'display_settings', name: 'collapsed_reply_threads', value: 'on' }]);
  await say(ann, 'more');
  await say(bob, 'bob has chosen threads', root.id);
  expect((await memberOf(bob)).msg_count).toBe(total + 1);
  await set({ ServiceSettings: { CollapsedThreads: 'always_on' } });
});

test('who makes a reply unread without collapsed threads has its thread in the inbox, unread from there on', async () => {
  const root = await say(ann, 'root');
  const reply = await say(ann, 'reply', root.id);
  await say(ann, 'another', root.id);
  const thread = () => bob.get(`/api/v4/users/me/teams/${team.id}/threads/${root.id}`);
  await bob.post(`/api/v4/users/me/posts/${reply.id}/set_unread`, { collapsed_threads_supported: true });
  expect((await thread()).status).toBe(404);
  await bob.post(`/api/v4/users/me/posts/${reply.id}/set_unread`, { collapsed_threads_supported: false });
  expect((await thread()).body).toMatchObject({ unread_replies: 2 });
});

test('in a channel with too many members nobody is notified by @channel, and the author is told', async () => {
  await set({ TeamSettings: { MaxNotificationsPerChannel: 2 } });
  const socket = await openSocket(server, ann.token);
  const before = (await memberOf(bob)).mention_count;
  await say(ann, 'dear @channel');
  const told = await socket.until((frame) => frame.event === 'ephemeral_message');
  expect(JSON.parse(told.data.post).message).toContain('2 members or more');
  expect((await memberOf(bob)).mention_count).toBe(before);
  await say(ann, '@bob');
  expect((await memberOf(bob)).mention_count).toBe(before + 1);
  await set({ TeamSettings: { MaxNotificationsPerChannel: 1000 } });
  await say(ann, 'dear @channel');
  expect((await memberOf(bob)).mention_count).toBe(before + 2);
  socket.close();
});
