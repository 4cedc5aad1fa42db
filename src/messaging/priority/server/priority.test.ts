import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, listen, makeChannel } from '#messaging/channels/testing.ts';
import type { Channel, ChannelMember } from '#messaging/channels/wire/index.ts';
import type { Post, PostPriority } from '#messaging/posts/wire/index.ts';
import { repeatNotifications } from './persistent-notifications.ts';
import { persistentMaxRecipients, postPriority } from './priority.settings.ts';

const MINUTE = 60_000;

let server: TestServer;
let ann: Client;
let bob: Client;
let cat: Client;
let team: Team;
let channel: Channel;
let now = Date.now();

beforeAll(async () => {
  server = await startTestServer({ clock: () => now });
  const admin = await signIn(server, TEST_ADMIN);
  [ann, bob, cat] = [await signUp(server, 'ann'), await signUp(server, 'bob'), await signUp(server, 'cat')];
  team = await makeTeam(admin, 'ops');
  await addToTeam(admin, team, ann, bob, cat);
});
afterAll(() => server?.close());
beforeEach(async () => {
  channel = await makeChannel(ann, team, `talk-${now}-${Math.random().toString(36).slice(2)}`);
  await addToChannel(ann, channel, bob, cat);
});

const say = (by: Client, message: string, priority?: Partial<PostPriority> | unknown, root_id = '') => by.post<Post>('/api/v4/posts', { channel_id: channel.id, message, root_id, metadata: { priority } });
const read = async (by: Client, post: Post): Promise<Post> => (await by.get<Post>(`/api/v4/posts/${post.id}`)).body;
const acknowledge = (by: Client, post: Post, user_id = 'me') => by.post(`/api/v4/users/${user_id}/posts/${post.id}/ack`);
const withdraw = (by: Client, post: Post) => by.del(`/api/v4/users/me/posts/${post.id}/ack`);
const member = async (by: Client): Promise<ChannelMember> => (await by.get(`/api/v4/channels/${channel.id}/members/me`)).body;

describe('a priority', () => {
  test('is what everybody is told and reads again', async () => {
    const hearing = await listen(server, bob);
    const { body } = await say(ann, 'on fire', { priority: 'urgent', requested_ack: true });
    expect(body.metadata!.priority).toEqual({ priority: 'urgent', requested_ack: true, persistent_notifications: null });
    const told = (await hearing.take()).find((e) => e.event === 'posted')!;
    expect(JSON.parse(told.data.post).metadata).toEqual(body.metadata);
    expect((await read(bob, body)).metadata).toEqual(body.metadata);
    hearing.close();
  });

  test('that asks for nothing is none', async () => {
    const { body } = await say(ann, 'calm', { priority: '', requested_ack: false });
    expect(body.metadata).toEqual({});
  });

  test.each([
    ['an unknown word', { priority: 'apocalyptic' }, 400, 'api.context.invalid_body_param.app_error'],
    ['persistent notifications of what is not urgent', { priority: 'important', persistent_notifications: true }, 400, 'api.post.post_priority.urgent_persistent_notification_post.request_error'],
    ['persistent notifications of nobody', { priority: 'urgent', persistent_notifications: true }, 400, 'api.post.post_priority.persistent_notification_validation_error.request_error'],
  ])('%s is refused', async (_what, priority, status, id) => {
    expect(await say(ann, 'x', priority)).toMatchObject({ status, body: { id } });
  });

  test('is for the first message of a thread only', async () => {
    const root = (await say(ann, 'root')).body;
    expect(await say(ann, 'reply', { priority: 'urgent' }, root.id)).toMatchObject({ status: 400, body: { id: 'api.post.post_priority.priority_post_only_allowed_for_root_post.request_error' } });
  });

  test('is refused where the setting says so', async () => {
    await server.app.settings.set(postPriority, false);
    expect(await say(ann, 'x', { priority: 'urgent' })).toMatchObject({ status: 403 });
    await server.app.settings.set(postPriority, true);
  });
});

describe('urgent mentions', () => {
  test('are counted apart, in person and of the whole channel, and are gone when read', async () => {
    await say(ann, 'hello @bob');
    await say(ann, 'quick @bob', { priority: 'urgent' });
    await say(ann, 'all of you @all', { priority: 'urgent' });
    expect(await member(bob)).toMatchObject({ mention_count: 4, urgent_mention_count: 2 });
    expect(await member(cat)).toMatchObject({ mention_count: 2, urgent_mention_count: 1 });
    expect(await member(ann)).toMatchObject({ mention_count: 0, urgent_mention_count: 0 });
    await bob.post('/api/v4/channels/members/me/view', { channel_id: channel.id });
    expect(await member(bob)).toMatchObject({ mention_count: 0, urgent_mention_count: 0 });
  });

  test('are counted again when the channel is marked as unread', async () => {
    const post = (await say(ann, 'quick @bob', { priority: 'urgent' })).body;
    await bob.post('/api/v4/channels/members/me/view', { channel_id: channel.id });
    await bob.post(`/api/v4/users/me/posts/${post.id}/set_unread`, { collapsed_threads_supported: true });
    expect(await member(bob)).toMatchObject({ mention_count: 1, urgent_mention_count: 1 });
  });

  test('in threads are told by the inbox and the team', async () => {
    const root = (await say(bob, 'quick', { priority: 'urgent' })).body;
    await say(ann, '@bob which?', undefined, root.id);
    await server.app.settle();
    const inbox = (await bob.get(`/api/v4/users/me/teams/${team.id}/threads?extended=false`)).body;
    expect(inbox).toMatchObject({ total_unread_mentions: 1, total_unread_urgent_mentions: 1 });
    expect(inbox.threads.find((t: { id: string }) => t.id === root.id)).toMatchObject({ is_urgent: true });
    const unread = (await bob.get('/api/v4/users/me/teams/unread?include_collapsed_threads=true')).body;
    expect(unread.find((t: { team_id: string }) => t.team_id === team.id)).toMatchObject({ thread_mention_count: 1, thread_urgent_mention_count: 1 });
  });
});

describe('an acknowledgement', () => {
  test('is what everybody is told and reads again, until it is taken back', async () => {
    const post = (await say(ann, 'please read', { priority: 'important', requested_ack: true })).body;
    const hearing = await listen(server, ann);
    now += 1000;
    const { status, body } = await acknowledge(bob, post);
    expect([status, body]).toEqual([200, { user_id: bob.user.id, post_id: post.id, acknowledged_at: now, channel_id: channel.id }]);
    const added = (await hearing.take()).find((e) => e.event === 'post_acknowledgement_added')!;
    expect(JSON.parse(added.data.acknowledgement)).toEqual(body);
    expect((await read(cat, post)).metadata!.acknowledgements).toEqual([body]);
    now += 1000;
    expect((await acknowledge(bob, post)).body).toEqual(body);
    expect((await withdraw(bob, post)).body).toEqual({ status: 'OK' });
    const removed = (await hearing.take()).find((e) => e.event === 'post_acknowledgement_removed')!;
    expect(JSON.parse(removed.data.acknowledgement)).toMatchObject({ user_id: bob.user.id, post_id: post.id });
    expect((await read(cat, post)).metadata!.acknowledgements).toBeUndefined();
    hearing.close();
  });

  test('cannot be taken back after five minutes, nor given for others', async () => {
    const post = (await say(ann, 'please read', { requested_ack: true })).body;
    await acknowledge(bob, post);
    now += 5 * MINUTE + 1;
    expect(await withdraw(bob, post)).toMatchObject({ status: 403, body: { id: 'api.acknowledgement.delete.deadline.app_error' } });
    expect((await acknowledge(bob, post, cat.user.id)).status).toBe(403);
    expect((await withdraw(cat, post)).status).toBe(404);
  });
});

describe('persistent notifications', () => {
  const repeat = async (minutes: number): Promise<void> => {
    now += minutes * MINUTE;
    await server.app.jobs.add(repeatNotifications, {});
    await server.app.jobs.runDue();
  };
  const heardBy = async (client: Client, work: () => Promise<void>): Promise<number> => {
    const hearing = await listen(server, client);
    await work();
    const count = (await hearing.take()).filter((e) => e.event === 'persistent_notification_triggered').length;
    hearing.close();
    return count;
  };
  const ask = async (message = '@bob come'): Promise<Post> => (await say(ann, message, { priority: 'urgent', persistent_notifications: true })).body;

  test('come again and again to whom it concerns, up to a number', async () => {
    await ask();
    expect(await heardBy(cat, () => repeat(5))).toBe(0);
    expect(await heardBy(bob, async () => { for (let i = 0; i < 8; i++) await repeat(5); })).toBe(5);
  });

  test.each([
    ['an acknowledgement', (post: Post) => acknowledge(bob, post)],
    ['a reply', (post: Post) => say(bob, 'coming', undefined, post.id)],
    ['a reaction', (post: Post) => bob.post('/api/v4/reactions', { user_id: bob.user.id, post_id: post.id, emoji_name: 'eyes' })],
    ['their deletion', (post: Post) => ann.del(`/api/v4/posts/${post.id}`)],
  ])('end with %s', async (_what, react) => {
    const post = await ask();
    expect(await heardBy(bob, () => repeat(5))).toBe(1);
    await react(post);
    await server.app.settle();
    expect(await heardBy(bob, () => repeat(5))).toBe(0);
  });

  test('go on when somebody else reacts', async () => {
    const post = await ask();
    await acknowledge(cat, post);
    expect(await heardBy(bob, () => repeat(5))).toBe(1);
    await acknowledge(bob, post);
  });

  test('are not for the whole channel or too many', async () => {
    expect((await say(ann, '@all @bob', { priority: 'urgent', persistent_notifications: true })).status).toBe(400);
    await server.app.settings.set(persistentMaxRecipients, 1);
    expect((await say(ann, '@cat @bob', { priority: 'urgent', persistent_notifications: true })).status).toBe(400);
    await server.app.settings.set(persistentMaxRecipients, 5);
  });
});
