import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { loadSharp } from '#kernel/server/index.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, listen, makeChannel } from '#messaging/channels/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { Post, PostList } from '#messaging/posts/wire/index.ts';
import { firstLink, isRestricted, permalinkOf, picturesOf } from './links.rules.ts';
import { readOpenGraph } from './open-graph.ts';
import { enableImageProxy, enableLinkPreviews } from './previews.settings.ts';

let server: TestServer;
let admin: Client;
let ann: Client;
let bob: Client;
let team: Team;
let talk: Channel;
let vault: Channel;
let site: Server;
let site_url: string;
let asked: string[] = [];

beforeAll(async () => {
  const picture = await (await loadSharp())({ create: { width: 20, height: 10, channels: 3, background: 'red' } }).png().toBuffer();
  site = createServer((request, response) => {
    asked.push(request.url!);
    if (request.url === '/dot.png') response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
    else if (request.url === '/drawing.svg') response.writeHead(200, { 'content-type': 'image/svg+xml' }).end('<svg xmlns="http://www.w3.org/2000/svg" width="5" height="5"><script>1</script></svg>');
    else if (request.url!.startsWith('/page')) response.writeHead(200, { 'content-type': 'text/html' }).end('<head><meta property="og:title" content="Down &amp; up"><meta property="og:description" content="What happened"><meta property="og:image" content="/dot.png"></head>');
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  site_url = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  server = await startTestServer({ env: { MUSTER_SERVICESETTINGS_ALLOWEDUNTRUSTEDINTERNALCONNECTIONS: '127.0.0.1' } });
  server.app.site_url = 'https://chat.example.com';
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob] = [await signUp(server, 'ann'), await signUp(server, 'bob')];
  team = await makeTeam(admin, 'ops');
  await addToTeam(admin, team, ann, bob);
  [talk, vault] = [await makeChannel(ann, team, 'talk'), await makeChannel(ann, team, 'vault', 'P')];
  await addToChannel(ann, talk, bob);
});
afterAll(async () => {
  await server?.close();
  site.close().closeAllConnections();
});

const say = async (message: string, more: object = {}, by = ann): Promise<Post> => (await by.post<Post>('/api/v4/posts', { channel_id: talk.id, message, ...more })).body;
const read = async (by: Client, post: Post): Promise<Post> => (await by.get<Post>(`/api/v4/posts/${post.id}`)).body;
const listed = async (by: Client, post: Post): Promise<Post> => (await by.get<PostList>(`/api/v4/channels/${talk.id}/posts`)).body.posts[post.id]!;

describe('a link to a page', () => {
  test('shows how the page describes itself, as soon as that is known', async () => {
    const hearing = await listen(server, bob);
    const url = `${site_url}/page/1`;
    const post = await say(`look at ${url}.`);
    await server.app.settle();
    const told = (await hearing.take()).filter((e) => e.event === 'post_edited').map((e) => JSON.parse(e.data.post) as Post);
    expect(told).toHaveLength(1);
    const data = { type: 'website', title: 'Down & up', url, description: 'What happened', images: [{ url: `${site_url}/dot.png` }] };
    expect(told[0]!.metadata).toEqual({ embeds: [{ type: 'opengraph', url, data }], images: { [`${site_url}/dot.png`]: { width: 20, height: 10, format: 'png', frame_count: 0 } } });
    expect(told[0]!.edit_at).toBe(0);
    expect((await read(bob, post)).metadata).toEqual(told[0]!.metadata);
    expect((await listed(bob, post)).metadata).toEqual(told[0]!.metadata);
    hearing.close();
  });

  test('is looked at once in an hour, and shown at once when it is known', async () => {
    await say(`${site_url}/page/2`);
    await server.app.settle();
    asked = [];
    const again = await say(`${site_url}/page/2`);
    await server.app.settle();
    expect(asked).toEqual([]);
    expect(again.metadata!.embeds).toMatchObject([{ type: 'opengraph' }]);
  });

  test('is not looked at when an administrator does not want it', async () => {
    await server.app.settings.set(enableLinkPreviews, false);
    asked = [];
    await say(`${site_url}/page/3`);
    await server.app.settle();
    expect(asked).toEqual([]);
    await server.app.settings.set(enableLinkPreviews, true);
  });
});

test('a link to a picture shows it with its measures; a drawing stays a link', async () => {
  const picture = await say(`${site_url}/dot.png`);
  const drawing = await say(`${site_url}/drawing.svg`);
  await server.app.settle();
  expect((await read(bob, picture)).metadata).toEqual({ embeds: [{ type: 'image', url: `${site_url}/dot.png` }], images: { [`${site_url}/dot.png`]: { width: 20, height: 10, format: 'png', frame_count: 0 } } });
  expect((await read(bob, drawing)).metadata!.embeds ?? []).not.toContainEqual(expect.objectContaining({ type: 'image' }));
});

describe('a link to a message', () => {
  const linkTo = (post: Post): string => `https://chat.example.com/ops/pl/${post.id}`;

  test('shows the message to those who may read it', async () => {
    const first = await say('the first words');
    const post = await say(`see ${linkTo(first)}`);
    expect(post).toMatchObject({ props: { previewed_post: first.id }, metadata: { embeds: [{ type: 'permalink', data: { post_id: first.id, team_name: 'ops', channel_display_name: 'Channel talk', channel_type: 'O', channel_id: talk.id } }] } });
    expect((await listed(bob, post)).metadata!.embeds).toMatchObject([{ data: { post: { message: 'the first words' } } }]);
  });

  test('shows nothing to the others, in no answer and no frame', async () => {
    const secret = (await ann.post<Post>('/api/v4/posts', { channel_id: vault.id, message: 'the code is 1234' })).body;
    const [hers, his] = [await listen(server, ann), await listen(server, bob)];
    const post = await say(`see ${linkTo(secret)}`);
    await ann.put(`/api/v4/posts/${post.id}/patch`, { message: `look: ${linkTo(secret)}` });
    await ann.post('/api/v4/posts', { channel_id: talk.id, root_id: post.id, message: 'what do you think?' });
    await server.app.settle();
    const [seen, heard] = [await hers.take(), await his.take()];
    expect(JSON.stringify(seen)).toContain('1234');
    expect(seen.filter((e) => e.event === 'posted')).toHaveLength(2);
    expect(heard.filter((e) => e.event === 'posted')).toHaveLength(2);
    expect(JSON.stringify(heard)).not.toContain('1234');
    expect(JSON.stringify(await listed(bob, post))).not.toContain('1234');
    expect(JSON.stringify((await bob.get(`/api/v4/users/me/teams/${team.id}/threads?extended=true`)).body)).not.toContain('1234');
    expect(JSON.stringify(await listed(ann, post))).toContain('1234');
    for (const hearing of [hers, his]) hearing.close();
  });

  test('cannot be claimed by who may not read it', async () => {
    const secret = (await ann.post<Post>('/api/v4/posts', { channel_id: vault.id, message: 'closed' })).body;
    const post = await say(`see ${linkTo(secret)}`, { props: { previewed_post: secret.id } }, bob);
    expect([post.props['previewed_post'], post.metadata]).toEqual([undefined, {}]);
  });
});

describe('the image proxy', () => {
  const get = (url: string) => ann.get(`/api/v4/image?url=${encodeURIComponent(url)}`);

  test('is closed while it is switched off', async () => {
    expect(await get(`${site_url}/dot.png`)).toMatchObject({ status: 400, body: { id: 'api.image.get.app_error' } });
  });

  test('gives pictures and nothing else', async () => {
    await server.app.settings.set(enableImageProxy, true);
    const answer = await get(`${site_url}/dot.png`);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-content-type-options'), answer.headers.get('content-security-policy')]).toEqual([200, 'image/png', 'nosniff', "default-src 'none'"]);
    for (const url of [`${site_url}/page`, `${site_url}/drawing.svg`, `${site_url}/none`, 'http://10.0.0.1/a.png', 'nonsense', '']) expect(await get(url)).toMatchObject({ status: 400, body: { id: 'api.image.get.app_error' } });
    await server.app.settings.set(enableImageProxy, false);
  });
});

describe('the first link of a message', () => {
  test.each([
    ['see https://a.example/x.', 'https://a.example/x'],
    ['(https://a.example/x_(y))', 'https://a.example/x_(y)'],
    ['[name](https://a.example/x) and https://b.example', 'https://a.example/x'],
    ['`https://a.example` https://b.example/', 'https://b.example/'],
    ['no link', ''],
    ['ftp://a.example', ''],
    [`https://a.example/${'x'.repeat(2100)}`, ''],
  ])('of %j is %j', (message, url) => {
    expect(firstLink(message)).toBe(url);
  });

  test('leads to a message of this server or not', () => {
    const id = 'a'.repeat(26);
    expect(permalinkOf(`https://chat.example.com/ops/pl/${id}`, 'https://chat.example.com')).toBe(id);
    expect(permalinkOf(`https://chat.example.com/_redirect/pl/${id}?x=1`, 'https://chat.example.com')).toBe(id);
    expect(permalinkOf(`https://chat.example.com.evil.example/ops/pl/${id}`, 'https://chat.example.com')).toBe('');
    expect(permalinkOf('https://chat.example.com/ops/pl/short', 'https://chat.example.com')).toBe('');
  });

  test('is left alone on domains that are excluded', () => {
    expect(['https://intra.example.com/', 'https://example.com/', 'https://notexample.com/'].map((url) => isRestricted(url, 'Example.com, other.org'))).toEqual([true, true, false]);
  });

  test('is not the only one whose picture is measured', () => {
    expect(picturesOf('![a](https://a.example/1.png) ![b](https://a.example/2.png "title") `![c](https://a.example/3.png)`')).toEqual(['https://a.example/1.png', 'https://a.example/2.png']);
  });
});

test.each([
  ['<title>Plain &#39;page&#39;</title>', { type: 'website', title: "Plain 'page'", url: 'https://a.example/x', images: null }],
  ["<meta content='T' property='og:title'><meta name=description content=short><!-- <meta property=og:image content=x> -->", { type: 'website', title: 'T', url: 'https://a.example/x', description: 'short', images: null }],
  ['<meta property="og:title" content="T"><meta property="og:image" content="javascript:alert(1)"><meta property="og:url" content="/y">', { type: 'website', title: 'T', url: 'https://a.example/y', images: null }],
  ['<p>nothing</p>', undefined],
])('the page %j describes itself so', (html, page) => {
  expect(readOpenGraph(html, 'https://a.example/x')).toEqual(page);
});
