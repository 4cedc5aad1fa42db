import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { openSocket } from '#kernel/testing/socket.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { makeChannel } from '#messaging/channels/testing.ts';
import { download, sendForm, type TestFile } from '#messaging/files/testing.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import type { CustomEmoji } from '../wire/index.ts';
import { isSystemEmoji } from '../wire/system-names.ts';
import { enableCustomEmoji } from './emoji.settings.ts';

let server: TestServer;
let admin: Client;
let ann: Client;
let bob: Client;
let team: Team;
let dot: Buffer;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob] = [await signUp(server, 'ann'), await signUp(server, 'bob')];
  team = await makeTeam(admin, 'ops');
  await addToTeam(admin, team, ann, bob);
  dot = await sharp({ create: { width: 4, height: 4, channels: 4, background: '#c33' } }).png().toBuffer();
});
afterAll(() => server?.close());

const api = (rest = '') => `/api/v4/emoji${rest}`;
const add = (by: Client, name: string, image: TestFile = { name: 'a.png', bytes: dot }, creator_id = by.user.id) => sendForm(server, by, api(), [['emoji', JSON.stringify({ name, creator_id })], ['image', image]]);
const make = async (by: Client, name: string): Promise<CustomEmoji> => (await add(by, name)).body;

describe('adding an emoji', () => {
  test('tells everybody and shows it at once', async () => {
    const socket = await openSocket(server, bob.token);
    const { status, body } = await add(ann, 'party');
    expect({ status, body }).toMatchObject({ status: 200, body: { name: 'party', creator_id: ann.user.id, delete_at: 0 } });
    expect(JSON.parse((await socket.untilEvent('emoji_added')).data.emoji)).toEqual(body);
    socket.close();
    expect((await bob.get(api('/name/party'))).body).toEqual(body);
    expect((await bob.get(api(`/${body.id}`))).body).toEqual(body);
    expect((await bob.post(api('/names'), ['party', 'nosuch', 'smile'])).body).toEqual([body]);
    const image = await download(server, bob, api(`/${body.id}/image`));
    expect([image.status, image.headers.get('content-type'), image.headers.get('cache-control')]).toEqual([200, 'image/png', 'max-age=2592000, private']);
  });

  test('makes large pictures small and keeps moving ones moving', async () => {
    const large = await sharp({ create: { width: 1000, height: 500, channels: 3, background: '#3c3' } }).jpeg().toBuffer();
    const frames = await Promise.all(['#f00', '#0f0', '#00f'].map((background) => sharp({ create: { width: 300, height: 300, channels: 3, background } }).png().toBuffer()));
    const moving = await sharp(frames, { join: { animated: true } }).gif({ delay: 100 }).toBuffer();
    const still = (await add(ann, 'large', { name: 'a.jpg', bytes: large })).body;
    const gif = (await add(ann, 'moving', { name: 'a.gif', bytes: moving })).body;
    expect(await sharp((await download(server, ann, api(`/${still.id}/image`))).bytes).metadata()).toMatchObject({ width: 128, height: 64 });
    const image = await download(server, ann, api(`/${gif.id}/image`));
    expect(image.headers.get('content-type')).toBe('image/gif');
    expect(await sharp(image.bytes, { animated: true }).metadata()).toMatchObject({ width: 128, pageHeight: 128, pages: 3 });
  });

  test.each([
    ['of a taken name', 'taken', undefined, 400, 'api.emoji.create.duplicate.app_error'],
    ['of a built-in name', 'thumbsup', undefined, 400, 'model.emoji.system_emoji_name.app_error'],
    ['with a bad name', 'no spaces', undefined, 400, 'model.emoji.name.app_error'],
    ['without a name', '', undefined, 400, 'model.emoji.name.app_error'],
    ['with too many bytes', 'heavy', Buffer.alloc(600_000), 413, 'api.emoji.create.too_large.app_error'],
    ['that is no picture', 'words', Buffer.from('words'), 400, 'api.emoji.upload.image.app_error'],
    ['that is a drawing with a program in it', 'svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 400, 'api.emoji.upload.image.app_error'],
  ])('%s is refused', async (_what, name, bytes, status, id) => {
    await add(ann, 'taken');
    expect(await add(ann, name, { name: 'a.png', bytes: bytes ?? dot })).toMatchObject({ status, body: { id } });
  });

  test('without a form, a picture or in the name of another is refused', async () => {
    expect((await ann.post(api(), { name: 'x' })).body.id).toBe('api.emoji.create.parse.app_error');
    expect((await sendForm(server, ann, api(), [['emoji', '{"name":"x"}']])).body.id).toBe('api.context.invalid_body_param.app_error');
    expect((await sendForm(server, ann, api(), [['emoji', 'no json'], ['image', { name: 'a.png', bytes: dot }]])).status).toBe(400);
    expect((await add(ann, 'other', undefined, bob.user.id)).body.id).toBe('api.emoji.create.other_user.app_error');
    expect((await sendForm(server, nobody(server), api(), [])).status).toBe(401);
  });
});

test('a search finds names that begin with a text before those that contain it', async () => {
  for (const name of ['zoo', 'bazooka', 'azoo']) await make(ann, name);
  const names = (list: CustomEmoji[]) => list.map((emoji) => emoji.name);
  expect(names((await bob.post(api('/search'), { term: 'zoo' })).body)).toEqual(['zoo', 'azoo', 'bazooka']);
  expect(names((await bob.post(api('/search'), { term: 'ZOO', prefix_only: true })).body)).toEqual(['zoo']);
  expect(names((await bob.get(api('/autocomplete?name=baz'))).body)).toEqual(['bazooka']);
  expect((await bob.get(api('/autocomplete'))).body.id).toBe('api.context.invalid_url_param.app_error');
  expect((await bob.post(api('/search'), { term: '' })).body.id).toBe('api.context.invalid_body_param.app_error');
  const sorted = names((await bob.get(api('?sort=name&per_page=200'))).body);
  expect(sorted).toEqual([...sorted].sort());
  expect((await bob.get(api('?sort=size'))).status).toBe(400);
});

test('an emoji is deleted by who added it or by an administrator; its name is free again and its reactions are gone', async () => {
  const emoji = await make(ann, 'shortlived');
  const channel = await makeChannel(ann, team, 'reactions');
  const { id } = (await ann.post<Post>('/api/v4/posts', { channel_id: channel.id, message: 'so :shortlived:' })).body;
  await ann.post('/api/v4/reactions', { user_id: ann.user.id, post_id: id, emoji_name: 'shortlived' });
  expect((await ann.get<Post>(`/api/v4/posts/${id}`)).body.metadata).toMatchObject({ emojis: [{ name: 'shortlived' }], reactions: [{ emoji_name: 'shortlived' }] });
  expect((await bob.del(api(`/${emoji.id}`))).status).toBe(403);
  expect((await admin.del(api(`/${emoji.id}`))).body).toEqual({ status: 'OK' });
  expect((await ann.get(api(`/${emoji.id}`))).body.id).toBe('app.emoji.get.no_result');
  expect((await ann.get(api(`/${emoji.id}/image`))).status).toBe(404);
  await server.app.settle();
  expect((await ann.get<Post>(`/api/v4/posts/${id}`)).body.metadata).toEqual({});
  expect((await add(bob, 'shortlived')).status).toBe(200);
});

test('switched off, custom emoji are not there', async () => {
  await server.app.settings.set(enableCustomEmoji, false);
  const calls = [ann.get(api()), ann.get(api('/name/party')), ann.post(api('/names'), ['party']), ann.post(api('/search'), { term: 'p' }), add(ann, 'off')];
  for (const answer of await Promise.all(calls)) expect(answer).toMatchObject({ status: 501, body: { id: 'api.emoji.disabled.app_error' } });
  await server.app.settings.set(enableCustomEmoji, true);
});

test.each([['thumbsup', true], ['+1', true], ['wave_dark_skin_tone', true], ['rocket_dark_skin_tone', false], ['flag-no', true], ['no_such_emoji_', false], ['constructor', false]])('%s is built in: %s', (name, is_known) => {
  expect(isSystemEmoji(name)).toBe(is_known);
});
