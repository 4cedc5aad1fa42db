import { afterAll, beforeAll, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, listen, makeChannel, type Hearing } from '#messaging/channels/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { writeTime } from './reminders.rules.ts';

const HOUR = 3_600_000;

let server: TestServer;
let admin: Client;
let ann: Client;
let bob: Client;
let channel: Channel;
let now = Date.now();

beforeAll(async () => {
  server = await startTestServer({ clock: () => now });
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob] = [await signUp(server, 'ann'), await signUp(server, 'bob')];
  const team = await makeTeam(admin, 'ops');
  await addToTeam(admin, team, ann, bob);
  channel = await makeChannel(ann, team, 'talk', 'P');
  await addToChannel(ann, channel, bob);
});
afterAll(() => server?.close());

const say = async (message: string): Promise<Post> => (await ann.post<Post>('/api/v4/posts', { channel_id: channel.id, message })).body;
const remind = (by: Client, post: Post, at: number, user_id = 'me') => by.post(`/api/v4/users/${user_id}/posts/${post.id}/reminder`, { target_time: Math.floor(at / 1000) });
const told = async (hearing: Hearing): Promise<Post[]> => (await hearing.take()).filter((e) => e.event === 'posted' || e.event === 'ephemeral_message').map((e) => JSON.parse(e.data.post));
const later = async (ms: number): Promise<void> => {
  now += ms;
  await server.app.jobs.runDue();
};

test('a reminder is confirmed at once and comes at its time, once', async () => {
  const post = await say('the plan');
  const hearing = await listen(server, bob);
  expect((await remind(bob, post, now + HOUR)).body).toEqual({ status: 'OK' });
  const [confirmation] = await told(hearing);
  expect(confirmation).toMatchObject({ type: 'system_ephemeral', root_id: post.id, user_id: bob.user.id, props: { post_id: post.id, team_name: 'ops', type: 'reminder', username: 'ann' } });
  expect(confirmation!.message).toContain(`/ops/pl/${post.id} by @ann at `);
  await later(HOUR - 2000);
  expect(await told(hearing)).toEqual([]);
  await later(2000);
  const [reminder, ...more] = await told(hearing);
  expect(more).toEqual([]);
  expect(reminder).toMatchObject({ type: 'reminder', props: { post_id: post.id, team_name: 'ops', username: 'ann' } });
  expect(reminder!.message).toContain(`/ops/pl/${post.id}`);
  await later(HOUR);
  expect(await told(hearing)).toEqual([]);
  hearing.close();
});

test('a later wish replaces an earlier one', async () => {
  const post = await say('again');
  await remind(bob, post, now + HOUR);
  await remind(bob, post, now + 2 * HOUR);
  const hearing = await listen(server, bob);
  await later(HOUR);
  expect(await told(hearing)).toEqual([]);
  await later(HOUR);
  expect(await told(hearing)).toHaveLength(1);
  hearing.close();
});

test('nobody is reminded of what is gone or closed to them', async () => {
  const [gone, closed] = [await say('gone'), await say('closed')];
  await remind(bob, gone, now + HOUR);
  await remind(bob, closed, now + HOUR);
  await ann.del(`/api/v4/posts/${gone.id}`);
  await ann.del(`/api/v4/channels/${channel.id}/members/${bob.user.id}`);
  const hearing = await listen(server, bob);
  await later(HOUR);
  expect(await told(hearing)).toEqual([]);
  hearing.close();
  await addToChannel(ann, channel, bob);
});

test('reminders are one\'s own and of what one can read', async () => {
  const post = await say('mine');
  const cat = await signUp(server, 'cat');
  expect((await remind(bob, post, now + HOUR, ann.user.id)).status).toBe(403);
  expect((await remind(cat, post, now + HOUR)).status).toBe(403);
  expect(await bob.post(`/api/v4/users/me/posts/${post.id}/reminder`, { target_time: 'soon' })).toMatchObject({ status: 400, body: { id: 'api.context.invalid_body_param.app_error' } });
});

test.each([
  [4_102_444_800, '', '01 Jan 00 00:00 UTC'],
  [1_750_000_000, 'Asia/Tokyo', '16 Jun 25 00:06 GMT+9'],
  [1_750_000_000, 'No/Where', '15 Jun 25 15:06 UTC'],
])('%i in "%s" is written %s', (time_s, zone, text) => {
  expect(writeTime(time_s, zone)).toBe(text);
});
