import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, makeChannel } from '#messaging/channels/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { Post, PostList } from '../wire/index.ts';

let server: TestServer;
let ann: Client;
let bob: Client;
let cat: Client;
let team: Team;
let serial = 0;

beforeAll(async () => {
  server = await startTestServer();
  [ann, bob, cat] = [await signUp(server, 'ann'), await signUp(server, 'bob'), await signUp(server, 'cat')];
  team = await makeTeam(ann, 'ops');
  await addToTeam(ann, team, bob);
});
afterAll(() => server?.close());

async function newChannel(): Promise<Channel> {
  const channel = await makeChannel(ann, team, `channel-${++serial}`);
  await addToChannel(ann, channel, bob);
  return channel;
}

async function say(by: Client, channel: Channel, message: string, more: Partial<Post> = {}): Promise<Post> {
  const answer = await by.post<Post>('/api/v4/posts', { channel_id: channel.id, message, ...more });
  expect(answer.status).toBe(201);
  return answer.body;
}

const texts = (list: PostList) => list.order.map((id) => list.posts[id]!.message);

describe('reading a channel', () => {
  test('pages, before, after and since fit together without gaps or repeats', async () => {
    const channel = await newChannel();
    const said: Post[] = [];
    for (let i = 0; i < 25; i++) said.push(await say(i % 2 ? ann : bob, channel, `m${i}`));
    const all = texts((await bob.get<PostList>(`/api/v4/channels/${channel.id}/posts?per_page=200`)).body).filter((t) => t.startsWith('m'));
    expect(all).toEqual(said.map((p) => p.message).reverse());
    const pages = [0, 1, 2].map((page) => bob.get<PostList>(`/api/v4/channels/${channel.id}/posts?per_page=10&page=${page}`));
    const paged = (await Promise.all(pages)).flatMap((page) => texts(page.body)).filter((t) => t.startsWith('m'));
    expect(paged).toEqual(all);
    const before = (await bob.get<PostList>(`/api/v4/channels/${channel.id}/posts?before=${said[10]!.id}&per_page=4`)).body;
    expect([texts(before), before.next_post_id]).toEqual([['m9', 'm8', 'm7', 'm6'], said[10]!.id]);
    expect(before.prev_post_id).toBe(said[5]!.id);
    const after = (await bob.get<PostList>(`/api/v4/channels/${channel.id}/posts?after=${said[10]!.id}&per_page=4`)).body;
    expect([texts(after), after.prev_post_id, after.next_post_id]).toEqual([['m14', 'm13', 'm12', 'm11'], said[10]!.id, said[15]!.id]);
    await bob.del(`/api/v4/posts/${said[1]!.id}`); // not bob's: refused, nothing changes
    await ann.put(`/api/v4/posts/${said[3]!.id}/patch`, { message: 'm3 edited' });
    await bob.del(`/api/v4/posts/${said[2]!.id}`);
    const since = (await bob.get<PostList>(`/api/v4/channels/${channel.id}/posts?since=${said[24]!.create_at}`)).body;
    expect(new Set(texts(since))).toEqual(new Set(['m3 edited', 'm2']));
    expect(since.posts[said[2]!.id]!.delete_at).toBeGreaterThan(0);
  });

  test('collapsed lists show roots with what their threads hold', async () => {
    const channel = await newChannel();
    const root = await say(ann, channel, 'root');
    await say(bob, channel, 'one', { root_id: root.id });
    const last = await say(ann, channel, 'two', { root_id: root.id });
    const list = (await bob.get<PostList>(`/api/v4/channels/${channel.id}/posts?collapsedThreads=true`)).body;
    expect(texts(list)).not.toContain('one');
    expect(list.posts[root.id]).toMatchObject({ reply_count: 2, last_reply_at: last.create_at, is_following: true, participants: [{ id: bob.user.id }, { id: ann.user.id }] });
  });

  test('opens around the first unread message', async () => {
    const channel = await newChannel();
    await bob.post('/api/v4/channels/members/me/view', { channel_id: channel.id });
    const said: Post[] = [];
    for (let i = 0; i < 6; i++) said.push(await say(ann, channel, `m${i}`));
    await bob.post(`/api/v4/users/me/posts/${said[3]!.id}/set_unread`, {});
    const list = (await bob.get<PostList>(`/api/v4/users/me/channels/${channel.id}/posts/unread?limit_before=2&limit_after=2`)).body;
    expect(texts(list)).toEqual(['m4', 'm3', 'm2', 'm1']);
    expect([list.next_post_id, list.prev_post_id]).toEqual([said[5]!.id, said[0]!.id]);
  });
});

describe('writing', () => {
  test('a retried create is answered with the first post, also by a server that was started anew', async () => {
    const channel = await newChannel();
    const pending = { pending_post_id: `${ann.user.id}:${Date.now()}` };
    const [first, second] = await Promise.all([say(ann, channel, 'once', pending), say(ann, channel, 'once', pending)]);
    expect(second.id).toBe(first.id);
    await server.restart();
    expect((await say(ann, channel, 'once', pending)).id).toBe(first.id);
    const list = (await ann.get<PostList>(`/api/v4/channels/${channel.id}/posts`)).body;
    expect(texts(list).filter((text) => text === 'once')).toHaveLength(1);
  });

  test('a post that the database refuses does not take others of its batch with it', async () => {
    const channel = await newChannel();
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => ann.post<Post>('/api/v4/posts', { channel_id: channel.id, message: `batch ${i}`, props: i === 20 ? { bad: '\ud800' } : {} })));
    expect(answers.filter((a) => a.status === 201).length).toBeGreaterThanOrEqual(39);
    for (const answer of answers) expect(answer.status).toBeLessThan(500);
    const list = (await ann.get<PostList>(`/api/v4/channels/${channel.id}/posts?per_page=200`)).body;
    expect(new Set(texts(list).filter((t) => t.startsWith('batch'))).size).toBe(answers.filter((a) => a.status === 201).length);
  });

  test('an edit keeps the version before it, which its author can bring back', async () => {
    const channel = await newChannel();
    const post = await say(ann, channel, 'first');
    await ann.put(`/api/v4/posts/${post.id}/patch`, { message: 'second' });
    const history = (await ann.get<Post[]>(`/api/v4/posts/${post.id}/edit_history`)).body;
    expect(history.map((version) => version.message)).toEqual(['first']);
    expect((await bob.get(`/api/v4/posts/${post.id}/edit_history`)).status).toBe(403);
    const restored = await ann.post<Post>(`/api/v4/posts/${post.id}/restore/${history[0]!.id}`);
    expect(restored.body.message).toBe('first');
    expect((await ann.get<Post[]>(`/api/v4/posts/${post.id}/edit_history`)).body.map((version) => version.message)).toEqual(['second', 'first']);
  });

  test('deleting a root deletes its replies and their thread', async () => {
    const channel = await newChannel();
    const root = await say(ann, channel, 'root');
    const reply = await say(bob, channel, 'reply', { root_id: root.id });
    await ann.del(`/api/v4/posts/${root.id}`);
    expect((await bob.get(`/api/v4/posts/${reply.id}`)).status).toBe(404);
    expect((await bob.get(`/api/v4/users/me/teams/${team.id}/threads`)).body.threads.map((thread: { id: string }) => thread.id)).not.toContain(root.id);
    expect((await bob.post('/api/v4/posts', { channel_id: channel.id, message: 'late', root_id: root.id })).status).toBe(400);
  });

  test('a button never tells clients where it leads', async () => {
    const channel = await newChannel();
    const attachments = [{ text: 'Deploy?', actions: [{ id: 'yes', name: 'Yes', type: 'button', integration: { url: 'https://secret.example.com', context: { token: 'secret' } } }] }];
    const post = await say(ann, channel, '', { props: { attachments } as unknown as Post['props'] });
    for (const answer of [post, (await bob.get(`/api/v4/posts/${post.id}`)).body, (await bob.get(`/api/v4/channels/${channel.id}/posts`)).body]) expect(JSON.stringify(answer)).not.toContain('secret');
  });
});

describe('who may', () => {
  test('people outside of the channel cannot write, edit, delete or pin', async () => {
    const channel = await newChannel();
    const post = await say(ann, channel, 'mine');
    for (const [method, path, body] of [
      ['POST', '/api/v4/posts', { channel_id: channel.id, message: 'x' }],
      ['PUT', `/api/v4/posts/${post.id}/patch`, { message: 'x' }],
      ['PUT', `/api/v4/posts/${post.id}`, { id: post.id, message: 'x' }],
      ['DELETE', `/api/v4/posts/${post.id}`],
      ['POST', `/api/v4/posts/${post.id}/pin`],
      ['GET', `/api/v4/posts/${post.id}`],
      ['GET', `/api/v4/posts/${post.id}/thread`],
      ['GET', `/api/v4/channels/${channel.id}/posts`],
      ['POST', `/api/v4/users/me/posts/${post.id}/set_unread`, {}],
      ['POST', '/api/v4/users/me/typing', { channel_id: channel.id }],
    ] as const) {
      expect([method, path, (await cat.call(method, path, body)).status]).toEqual([method, path, 403]);
    }
    expect((await cat.post<Post[]>('/api/v4/posts/ids', [post.id])).body).toEqual([]);
  });

  test('only its author edits a message, and nobody in an archived channel', async () => {
    const channel = await newChannel();
    const post = await say(ann, channel, 'mine');
    expect((await bob.put(`/api/v4/posts/${post.id}/patch`, { message: 'x' })).status).toBe(403);
    await ann.del(`/api/v4/channels/${channel.id}`);
    expect((await ann.put(`/api/v4/posts/${post.id}/patch`, { message: 'x' })).status).toBe(400);
    expect((await ann.post('/api/v4/posts', { channel_id: channel.id, message: 'x' })).status).toBe(400);
    expect((await bob.get(`/api/v4/posts/${post.id}`)).body.message).toBe('mine');
  });
});
