import { afterAll, beforeAll, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, listen, makeChannel, type Heard } from '#messaging/channels/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { Post, PostList } from '#messaging/posts/wire/index.ts';
import type { ScheduledPost } from '../wire/index.ts';
import { enableScheduledPosts } from './scheduled-posts.settings.ts';

const HOUR = 3_600_000;

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
  await addToChannel(ann, channel, bob);
});
afterAll(() => server?.close());

const schedule = (by: Client, message: string, more: Partial<ScheduledPost> = {}) => by.post<ScheduledPost>('/api/v4/posts/schedule', { channel_id: channel.id, message, scheduled_at: now + HOUR, ...more });
const list = async (by: Client): Promise<ScheduledPost[]> => (await by.get(`/api/v4/posts/scheduled/team/${team.id}?includeDirectChannels=true`)).body[team.id];
const texts = async (): Promise<string[]> => {
  const { order, posts } = (await ann.get<PostList>(`/api/v4/channels/${channel.id}/posts`)).body;
  return order.map((id) => posts[id]!).filter((post) => !post.type).map((post) => post.message);
};
const later = async (ms: number): Promise<void> => {
  now += ms;
  await server.app.jobs.runDue();
};
const told = (heard: Heard[], event: string): ScheduledPost[] => heard.filter((e) => e.event === event).map((e) => JSON.parse(e.data.scheduledPost));

test('a scheduled message is sent once at its time, and is gone from the list then', async () => {
  const hearing = await listen(server, ann);
  const { status, body } = await schedule(ann, 'good morning');
  expect(status).toBe(201);
  expect(told(await hearing.take(), 'scheduled_post_created')).toEqual([body]);
  expect(await list(ann)).toEqual([body]);
  await later(HOUR - 1);
  expect(await texts()).toEqual([]);
  await later(1);
  await server.app.jobs.runDue();
  expect(await texts()).toEqual(['good morning']);
  const heard = await hearing.take();
  expect(heard.filter((e) => e.event === 'posted')).toHaveLength(1);
  expect(told(heard, 'scheduled_post_deleted').map((post) => post.id)).toEqual([body.id]);
  expect(await list(ann)).toEqual([]);
  hearing.close();
});

test('a message that was scheduled before a restart is sent after it', async () => {
  await schedule(ann, 'after the restart');
  await server.restart();
  await later(HOUR);
  expect((await texts())[0]).toBe('after the restart');
});

test('a scheduled message that is changed is sent as it is then', async () => {
  const { body } = await schedule(bob, 'draft');
  const changed = await bob.put<ScheduledPost>(`/api/v4/posts/schedule/${body.id}`, { ...body, message: 'final', scheduled_at: now + 2 * HOUR });
  expect(changed).toMatchObject({ status: 201, body: { id: body.id, message: 'final', scheduled_at: now + 2 * HOUR, create_at: body.create_at } });
  await later(HOUR);
  expect(await texts()).not.toContain('draft');
  await later(HOUR);
  expect((await texts())[0]).toBe('final');
});

test('a scheduled message that is taken back is not sent', async () => {
  const { body } = await schedule(ann, 'never');
  expect((await ann.del(`/api/v4/posts/schedule/${body.id}`)).status).toBe(201);
  await later(HOUR);
  expect(await texts()).not.toContain('never');
  expect((await ann.del(`/api/v4/posts/schedule/${body.id}`)).body.id).toBe('app.delete_scheduled_post.existing_scheduled_post.not_exist');
});

test('replies are sent to their thread; without the thread they are not', async () => {
  const root = (await ann.post<Post>('/api/v4/posts', { channel_id: channel.id, message: 'root' })).body;
  const other = (await ann.post<Post>('/api/v4/posts', { channel_id: channel.id, message: 'doomed' })).body;
  await schedule(bob, 'a reply', { root_id: root.id });
  await schedule(bob, 'to nobody', { root_id: other.id });
  await ann.del(`/api/v4/posts/${other.id}`);
  await later(HOUR);
  expect(Object.values((await ann.get<PostList>(`/api/v4/posts/${root.id}/thread`)).body.posts).map((p) => p.message)).toContain('a reply');
  expect((await list(bob)).map((p) => [p.message, p.error_code])).toEqual([['to nobody', 'thread_deleted']]);
  await bob.del(`/api/v4/posts/schedule/${(await list(bob))[0]!.id}`);
});

test('who may not post any more when it is time is told why, and can send it later', async () => {
  const hearing = await listen(server, bob);
  const { body } = await schedule(bob, 'too late');
  await ann.del(`/api/v4/channels/${channel.id}/members/${bob.user.id}`);
  await later(HOUR);
  expect(told(await hearing.take(), 'scheduled_post_updated')).toMatchObject([{ id: body.id, error_code: 'no_channel_member', processed_at: now }]);
  await addToChannel(ann, channel, bob);
  await bob.put(`/api/v4/posts/schedule/${body.id}`, { ...body, scheduled_at: now + HOUR });
  await later(HOUR);
  expect((await texts())[0]).toBe('too late');
  hearing.close();
});

test('in an archived channel nothing is sent or scheduled', async () => {
  const old = await makeChannel(ann, team, 'old');
  await schedule(ann, 'hello?', { channel_id: old.id });
  await ann.del(`/api/v4/channels/${old.id}`);
  await later(HOUR);
  expect((await list(ann)).map((p) => p.error_code)).toEqual(['channel_archived']);
  expect((await schedule(ann, 'x', { channel_id: old.id })).body).toMatchObject({ id: 'app.save_scheduled_post.channel_deleted.app_error' });
});

test('what is a day late because no server ran is not sent', async () => {
  await schedule(bob, 'yesterday\'s news');
  await later(26 * HOUR);
  expect(await texts()).not.toContain('yesterday\'s news');
  expect((await list(bob)).map((p) => p.error_code)).toEqual(['unable_to_send']);
});

test('scheduled messages are their writer\'s alone', async () => {
  const { body } = await schedule(ann, 'mine');
  expect((await list(bob)).map((p) => p.message)).not.toContain('mine');
  expect(await admin.put(`/api/v4/posts/schedule/${body.id}`, body)).toMatchObject({ status: 403, body: { id: 'app.update_scheduled_post.update_permission.error' } });
  expect(await admin.del(`/api/v4/posts/schedule/${body.id}`)).toMatchObject({ status: 403, body: { id: 'app.delete_scheduled_post.delete_permission.error' } });
});

test.each([
  ['without a time', { scheduled_at: undefined }, 400, 'api.context.invalid_body_param.app_error'],
  ['in the past', { scheduled_at: 1 }, 400, 'model.scheduled_post.is_valid.scheduled_at.app_error'],
  ['without words or files', { message: '' }, 400, 'model.scheduled_post.is_valid.empty_post.app_error'],
  ['to a channel of others', { channel_id: 'aaaaaaaaaaaaaaaaaaaaaaaaaa' }, 403, 'api.context.permissions.app_error'],
])('a scheduled message %s is refused', async (_what, more, status, id) => {
  expect(await schedule(ann, 'x', more)).toMatchObject({ status, body: { id } });
});

test('where messages cannot be scheduled the server says so', async () => {
  await server.app.settings.set(enableScheduledPosts, false);
  expect(await schedule(ann, 'x')).toMatchObject({ status: 400, body: { id: 'api.scheduled_posts.feature_disabled' } });
  await server.app.settings.set(enableScheduledPosts, true);
});
