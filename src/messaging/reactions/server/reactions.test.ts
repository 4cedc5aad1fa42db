import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, listen, makeChannel } from '#messaging/channels/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import type { Reaction } from '../wire/index.ts';
import { uniqueEmojiLimit } from './reactions.settings.ts';

let server: TestServer;
let admin: Client;
let ann: Client;
let bob: Client;
let cat: Client;
let channel: Channel;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob, cat] = [await signUp(server, 'ann'), await signUp(server, 'bob'), await signUp(server, 'cat')];
  const team = await makeTeam(admin, 'ops');
  await addToTeam(admin, team, ann, bob, cat);
  channel = await makeChannel(ann, team, 'talk');
  await addToChannel(ann, channel, bob);
});
afterAll(() => server?.close());

const say = async (by: Client, message = 'look'): Promise<Post> => (await by.post<Post>('/api/v4/posts', { channel_id: channel.id, message })).body;
const react = (by: Client, post: Post, emoji_name: string, user_id = by.user.id) => by.post('/api/v4/reactions', { user_id, post_id: post.id, emoji_name });
const takeBack = (by: Client, post: Post, emoji_name: string, user_id = 'me') => by.del(`/api/v4/users/${user_id}/posts/${post.id}/reactions/${emoji_name}`);
const read = async (post: Post): Promise<Post> => (await ann.get<Post>(`/api/v4/posts/${post.id}`)).body;

test('what realtime tells of reactions is what is read again', async () => {
  const hearing = await listen(server, ann);
  const post = await say(ann);
  await hearing.take();
  const added = (await react(bob, post, 'thumbsup')).body;
  const [told] = await hearing.take();
  expect([told!.event, JSON.parse(told!.data.reaction)]).toEqual(['reaction_added', added]);
  const after = await read(post);
  expect(after).toMatchObject({ has_reactions: true, metadata: { reactions: [added] } });
  expect(after.update_at).toBeGreaterThanOrEqual(post.update_at);
  expect((await ann.get(`/api/v4/posts/${post.id}/reactions`)).body).toEqual([added]);
  await takeBack(bob, post, 'thumbsup');
  const [removed] = await hearing.take();
  expect([removed!.event, JSON.parse(removed!.data.reaction)]).toMatchObject(['reaction_removed', { user_id: bob.user.id, post_id: post.id, emoji_name: 'thumbsup', channel_id: '', create_at: 0 }]);
  expect((await read(post)).metadata).toEqual({});
  hearing.close();
});

test('reactions of several messages come by message', async () => {
  const [one, two] = [await say(ann), await say(ann)];
  await react(ann, one, 'eyes');
  await react(bob, one, 'eyes');
  const { body } = await bob.post('/api/v4/posts/ids/reactions', [one.id, two.id]);
  expect([body[one.id].map((r: Reaction) => r.user_id), body[two.id]]).toEqual([[ann.user.id, bob.user.id], []]);
  expect((await bob.post('/api/v4/posts/ids/reactions', ['short'])).status).toBe(400);
  expect((await bob.post('/api/v4/posts/ids/reactions', {})).status).toBe(400);
});

describe('a reaction', () => {
  test('again is no fault and counts once', async () => {
    const post = await say(ann);
    await Promise.all([react(bob, post, 'tada'), react(bob, post, 'tada')]);
    expect((await read(post)).metadata!.reactions).toHaveLength(1);
    expect((await takeBack(bob, post, 'tada')).status).toBe(200);
    expect((await takeBack(bob, post, 'tada')).status).toBe(200);
  });

  test('over the limit of different emoji is refused; more of the same is not', async () => {
    await server.app.settings.set(uniqueEmojiLimit, 2);
    const post = await say(ann);
    for (const name of ['one', 'two']) expect((await react(bob, post, name)).status).toBe(200);
    expect((await react(bob, post, 'three')).body.id).toBe('app.reaction.save.save.too_many_reactions');
    expect((await react(ann, post, 'two')).status).toBe(200);
    await server.app.settings.set(uniqueEmojiLimit, 50);
  });

  test.each([
    ['an emoji that nobody knows', 'no_such_emoji_', 404, 'app.emoji.get_by_name.no_result'],
    ['no name', '', 400, 'api.reaction.save_reaction.invalid.app_error'],
    ['a name with blanks', 'thumbs up', 400, 'api.reaction.save_reaction.invalid.app_error'],
    ['a very long name', 'x'.repeat(65), 400, 'api.reaction.save_reaction.invalid.app_error'],
  ])('with %s is refused', async (_what, name, status, id) => {
    expect(await react(bob, await say(ann), name)).toMatchObject({ status, body: { id } });
  });

  test('is given and taken back in one\'s own name, by members, in open channels', async () => {
    const post = await say(ann);
    expect((await react(bob, post, 'eyes', ann.user.id)).body.id).toBe('api.reaction.save_reaction.user_id.app_error');
    expect((await react(cat, post, 'eyes')).status).toBe(403);
    expect((await react(nobody(server), post, 'eyes', bob.user.id)).status).toBe(401);
    await react(bob, post, 'eyes');
    expect((await takeBack(ann, post, 'eyes', bob.user.id)).status).toBe(403);
    expect((await takeBack(admin, post, 'eyes', bob.user.id)).status).toBe(200);
  });

  test('does not change in the archive', async () => {
    const post = await say(ann);
    await react(bob, post, 'eyes');
    await ann.del(`/api/v4/channels/${channel.id}`);
    expect((await react(bob, post, 'tada')).body.id).toBe('api.reaction.save.archived_channel.app_error');
    expect((await takeBack(bob, post, 'eyes')).status).toBe(400);
    expect((await admin.post(`/api/v4/channels/${channel.id}/restore`)).status).toBe(200);
  });
});

test('a list of messages costs one query for its reactions', async () => {
  for (let i = 0; i < 5; i++) await react(bob, await say(ann), 'eyes');
  let queries = 0;
  const { db } = server.app;
  const rows = db.rows;
  db.rows = ((text: string, params?: unknown[]) => {
    if (text.includes('FROM reactions')) queries++;
    return rows(text, params);
  }) as typeof rows;
  await bob.get(`/api/v4/channels/${channel.id}/posts`);
  db.rows = rows;
  expect(queries).toBe(1);
});
