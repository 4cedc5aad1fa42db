import http from 'node:http';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, makeChannel } from '#messaging/channels/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { download, sendForm, upload } from '../testing.ts';
import type { FileInfo, FileUploadResponse } from '../wire/index.ts';
import { removeForgottenFiles } from './files.cleanup.ts';
import { maxFileSize } from './files.settings.ts';

let server: TestServer;
let admin: Client;
let ann: Client;
let bob: Client;
let cat: Client;
let team: Team;
let open: Channel;
let secret: Channel;
let now = Date.now();

beforeAll(async () => {
  server = await startTestServer({ clock: () => now });
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob, cat] = [await signUp(server, 'ann'), await signUp(server, 'bob'), await signUp(server, 'cat')];
  team = await makeTeam(admin, 'ops');
  await addToTeam(admin, team, ann, bob, cat);
  open = await makeChannel(admin, team, 'open');
  secret = await makeChannel(admin, team, 'secret', 'P');
  for (const channel of [open, secret]) for (const one of [ann, bob]) await addToChannel(admin, channel, one);
});
afterAll(() => server?.close());

const files = (file_id: string, rest = '') => `/api/v4/files/${file_id}${rest}`;
const text = (name: string, bytes = 'words') => ({ name, bytes, type: 'text/plain' });
const post = (by: Client, channel: Channel, file_ids: string[], message = 'look') => by.post<Post>('/api/v4/posts', { channel_id: channel.id, message, file_ids });

describe('an upload', () => {
  test('tells of its files whatever the order of the form, in the order of the files', async () => {
    const parts = [['files', text('a.txt')], ['client_ids', 'c1'], ['files', text('b.txt', 'more words')], ['client_ids', 'c2'], ['channel_id', open.id]] as const;
    const answer = await sendForm(server, ann, '/api/v4/files', parts);
    expect(answer).toMatchObject({ status: 201, body: { client_ids: ['c1', 'c2'], file_infos: [{ name: 'a.txt', size: 5, extension: 'txt', user_id: ann.user.id, channel_id: open.id }, { name: 'b.txt', size: 10 }] } });
    expect((await download(server, ann, files(answer.body.file_infos[1].id))).bytes.toString()).toBe('more words');
  });

  test('can be the bare bytes', async () => {
    const answer = await fetch(`${server.url}/api/v4/files?channel_id=${open.id}&filename=raw.log`, { method: 'POST', headers: { authorization: `Bearer ${ann.token}` }, body: 'raw bytes' });
    expect(answer.status).toBe(201);
    expect(((await answer.json()) as FileUploadResponse).file_infos[0]).toMatchObject({ name: 'raw.log', size: 9, mime_type: 'text/plain; charset=utf-8' });
  });

  test.each([
    ['without a channel', [['files', text('a.txt')]], 400, 'api.context.invalid_body_param.app_error'],
    ['for a malformed channel', [['channel_id', 'short'], ['files', text('a.txt')]], 400, 'api.context.invalid_body_param.app_error'],
    ['without a file', [['channel_id', 'OPEN']], 400, 'api.file.upload_file.read_request.app_error'],
    ['for two channels', [['channel_id', 'OPEN'], ['files', text('a.txt')], ['channel_id', 'SECRET']], 400, 'api.file.upload_file.multiple_channel_ids.app_error'],
    ['with too few client ids', [['channel_id', 'OPEN'], ['client_ids', 'c1'], ['files', text('a.txt')], ['files', text('b.txt')]], 400, 'api.file.upload_file.incorrect_number_of_client_ids.app_error'],
    ['with eleven files', [['channel_id', 'OPEN'], ...Array.from({ length: 11 }, (_, i) => ['files', text(`${i}.txt`)] as const)], 400, 'api.file.upload_file.too_many_files.app_error'],
  ] as const)('%s is refused and leaves nothing', async (_what, parts, status, id) => {
    const before = await server.app.db.one<{ count: number }>('SELECT count(*) FROM files');
    const real = parts.map(([name, value]) => [name, value === 'OPEN' ? open.id : value === 'SECRET' ? secret.id : value] as const);
    expect(await sendForm(server, ann, '/api/v4/files', real)).toMatchObject({ status, body: { id } });
    expect(await server.app.db.one('SELECT count(*) FROM files')).toEqual(before);
  });

  test('that is no form, or a broken one, is refused in words', async () => {
    for (const [type, body] of [['multipart/form-data', 'x'], ['multipart/form-data; boundary=b', '--b\r\nbroken'], ['application/json', '{}']] as const) {
      const answer = await fetch(`${server.url}/api/v4/files`, { method: 'POST', headers: { authorization: `Bearer ${ann.token}`, 'content-type': type }, body });
      expect(answer.status).toBe(400);
    }
  });

  test('is for members of the channel with a session', async () => {
    for (const by of [cat, nobody(server)]) {
      for (const parts of [[['channel_id', open.id], ['files', text('a.txt')]], [['files', text('a.txt')], ['channel_id', open.id]]] as const) expect((await sendForm(server, by, '/api/v4/files', parts)).status).toBe(by === cat ? 403 : 401);
    }
  });

  test('over the limit is refused while it streams and leaves nothing', async () => {
    await server.app.settings.set(maxFileSize, 100_000);
    const before = await server.app.db.one<{ count: number }>('SELECT count(*) FROM files');
    const large = { name: 'large.bin', bytes: Buffer.alloc(300_000) };
    expect(await sendForm(server, ann, '/api/v4/files', [['channel_id', open.id], ['files', text('small.txt')], ['files', large]])).toMatchObject({ status: 413, body: { id: 'api.file.upload_file.too_large_detailed.app_error' } });
    const raw = await fetch(`${server.url}/api/v4/files?channel_id=${open.id}&filename=large.bin`, { method: 'POST', headers: { authorization: `Bearer ${ann.token}` }, body: large.bytes });
    expect(raw.status).toBe(413);
    expect(await server.app.db.one('SELECT count(*) FROM files')).toEqual(before);
    await server.app.settings.set(maxFileSize, 104_857_600);
  });

  test('that ends too early leaves nothing', async () => {
    const before = await server.app.db.one<{ count: number }>('SELECT count(*) FROM files');
    const { port } = new URL(server.url);
    const request = http.request({ port, method: 'POST', path: `/api/v4/files?channel_id=${open.id}&filename=cut.bin`, headers: { authorization: `Bearer ${ann.token}`, 'content-length': 1_000_000 } });
    request.on('error', () => {});
    request.write(Buffer.alloc(200_000));
    await expect.poll(() => server.app.db.one('SELECT count(*) FROM files')).not.toEqual(before);
    request.destroy();
    await expect.poll(() => server.app.db.one('SELECT count(*) FROM files')).toEqual(before);
  });
});

describe('a picture', () => {
  const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c33' } });

  test('has measures, a preview, a thumbnail and a tiny one', async () => {
    const info = await upload(server, ann, open.id, { name: 'wide.png', bytes: await picture(3000, 1000).png().toBuffer() });
    expect(info).toMatchObject({ width: 3000, height: 1000, has_preview_image: true, mime_type: 'image/png' });
    expect(await sharp(Buffer.from(info.mini_preview!, 'base64')).metadata()).toMatchObject({ width: 16, height: 16, format: 'jpeg' });
    const preview = await download(server, ann, files(info.id, '/preview'));
    expect([preview.status, preview.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(await sharp(preview.bytes).metadata()).toMatchObject({ width: 1920, height: 640 });
    expect((await sharp((await download(server, ann, files(info.id, '/thumbnail'))).bytes).metadata()).width).toBeLessThanOrEqual(240);
  });

  test('is shown upright, and its preview tells nothing of the camera', async () => {
    const bytes = await picture(400, 200).jpeg().withMetadata({ orientation: 6, exif: { IFD0: { Make: 'Secret Camera' } } }).toBuffer();
    const info = await upload(server, ann, open.id, { name: 'turned.jpg', bytes });
    expect(info).toMatchObject({ width: 200, height: 400 });
    const preview = (await download(server, ann, files(info.id, '/preview'))).bytes;
    expect(await sharp(preview).metadata()).toMatchObject({ width: 200, height: 400 });
    expect((await sharp(preview).metadata()).exif).toBeUndefined();
    expect(preview.includes('Secret Camera')).toBe(false);
    expect((await download(server, ann, files(info.id))).bytes.equals(bytes)).toBe(true);
  });

  test('with too many pixels is refused, however small its file is', async () => {
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#000' } }).png().toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await sendForm(server, ann, '/api/v4/files', [['channel_id', open.id], ['files', { name: 'bomb.png', bytes: bomb }]])).toMatchObject({ status: 400, body: { id: 'api.file.upload_file.large_image_detailed.app_error' } });
  });

  test('that is broken is a file like any other', async () => {
    const bytes = (await picture(50, 50).png().toBuffer()).subarray(0, 60);
    const info = await upload(server, ann, open.id, { name: 'broken.png', bytes });
    expect(info.has_preview_image).toBeUndefined();
    expect((await ann.get(files(info.id, '/preview'))).body.id).toBe('api.file.get_file_preview.no_preview.app_error');
    expect((await ann.get(files(info.id, '/thumbnail'))).body.id).toBe('api.file.get_file_thumbnail.no_thumbnail.app_error');
  });
});

describe('a download', () => {
  let info: FileInfo;
  beforeAll(async () => {
    info = await upload(server, ann, open.id, { name: 'ten.bin', bytes: '0123456789' });
    expect((await post(ann, open, [info.id])).status).toBe(201);
  });

  test('can be a part', async () => {
    const part = await download(server, bob, files(info.id), { range: 'bytes=2-4' });
    expect([part.status, part.bytes.toString(), part.headers.get('content-range')]).toEqual([206, '234', 'bytes 2-4/10']);
    expect((await download(server, bob, files(info.id), { range: 'bytes=20-' })).status).toBe(416);
  });

  test('costs no bytes where the client has it, and none for HEAD', async () => {
    const whole = await download(server, bob, files(info.id));
    const etag = whole.headers.get('etag')!;
    expect(whole.headers.get('cache-control')).toBe('private, max-age=86400');
    expect((await download(server, bob, files(info.id), { 'if-none-match': etag })).status).toBe(304);
    const head = await fetch(server.url + files(info.id), { method: 'HEAD', headers: { authorization: `Bearer ${bob.token}` } });
    expect([head.status, head.headers.get('content-length'), (await head.arrayBuffer()).byteLength]).toEqual([200, '10', 0]);
  });

  test.each([['page.html', '<script>alert(1)</script>'], ['drawing.svg', '<svg onload="alert(1)"/>'], ['page.xhtml', '<html/>'], ['code.js', 'alert(1)']])('of %s cannot act on behalf of the page', async (name, bytes) => {
    const file = await upload(server, ann, open.id, { name, bytes, type: 'text/html' });
    const { headers } = await download(server, ann, files(file.id));
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });

  test('of an empty file is empty', async () => {
    const file = await upload(server, ann, open.id, { name: 'empty.txt', bytes: '' });
    expect(await download(server, ann, files(file.id))).toMatchObject({ status: 200, bytes: Buffer.alloc(0) });
  });
});

describe('who may see a file', () => {
  test('before it is posted only who uploaded it', async () => {
    const info = await upload(server, ann, open.id, text('draft.txt'));
    for (const rest of ['', '/info', '/link', '/preview', '/thumbnail']) expect((await bob.get(files(info.id, rest))).status).toBe(403);
    expect((await ann.get(files(info.id, '/info'))).status).toBe(200);
  });

  test('then who may read the channel', async () => {
    const shown = await upload(server, ann, open.id, text('shown.txt'));
    const hidden = await upload(server, ann, secret.id, text('hidden.txt'));
    await post(ann, open, [shown.id]);
    const told = await post(ann, secret, [hidden.id]);
    expect((await cat.get(files(shown.id))).status).toBe(200);
    for (const rest of ['', '/info', '/link', '/preview', '/thumbnail']) {
      expect((await cat.get(files(hidden.id, rest))).status).toBe(403);
      expect((await nobody(server).get(files(hidden.id, rest))).status).toBe(401);
    }
    expect((await cat.get(`/api/v4/posts/${told.body.id}/files/info`)).status).toBe(403);
  });

  test('a file that never was is not found', async () => {
    for (const rest of ['', '/info', '/link', '/preview', '/thumbnail']) expect(await ann.get(files('a'.repeat(26), rest))).toMatchObject({ status: 404, body: { id: 'app.file_info.get.app_error' } });
    expect((await ann.get(files('short'))).status).toBe(400);
  });

  test('with its public link everybody, until the link is forged', async () => {
    const info = await upload(server, ann, secret.id, text('public.txt', 'for all'));
    expect((await ann.get(files(info.id, '/link'))).body.id).toBe('api.file.get_public_link.no_post.app_error');
    await post(ann, secret, [info.id]);
    const { link } = (await ann.get(files(info.id, '/link'))).body;
    const { pathname, search } = new URL(link);
    expect((await download(server, nobody(server), pathname + search)).bytes.toString()).toBe('for all');
    for (const forged of [pathname, `${pathname}?h=`, `${pathname}?h=x`, `${pathname}${search}x`, `${pathname}?h=a&h=b`]) expect(await nobody(server).get(forged)).toMatchObject({ status: 400, body: { id: 'api.file.get_file.public_invalid.app_error' } });
  });
});

describe('files of a message', () => {
  test('come in their order, once, and only those of its author for its channel', async () => {
    const [a, b, foreign, elsewhere] = [await upload(server, ann, open.id, text('a.txt')), await upload(server, ann, open.id, text('b.txt')), await upload(server, bob, open.id, text('c.txt')), await upload(server, ann, secret.id, text('d.txt'))];
    const { body } = await post(ann, open, [b.id, a.id, b.id, foreign.id, elsewhere.id, 'x'.repeat(26)]);
    expect(body.file_ids).toEqual([b.id, a.id]);
    expect(body.metadata!.files!.map((file) => file.name)).toEqual(['b.txt', 'a.txt']);
    expect((await bob.get<FileInfo[]>(`/api/v4/posts/${body.id}/files/info`)).body.map((file) => file.name)).toEqual(['b.txt', 'a.txt']);
    expect((await post(ann, open, [a.id], '')).status).toBe(400);
  });

  test('are taken by one message only, also when two ask at the same time', async () => {
    const info = await upload(server, ann, open.id, text('once.txt'));
    const answers = await Promise.all([1, 2, 3].map((n) => post(ann, open, [info.id], `m${n}`)));
    const owners = answers.filter((answer) => answer.status === 201 && answer.body.file_ids!.length);
    expect(owners).toHaveLength(1);
    expect((await ann.get<FileInfo>(files(info.id, '/info'))).body.post_id).toBe(owners[0]!.body.id);
  });

  test('follow its edits: others go, new ones come, foreign ones do not', async () => {
    const [a, b, foreign] = [await upload(server, ann, open.id, text('a.txt')), await upload(server, ann, open.id, text('b.txt')), await upload(server, bob, open.id, text('c.txt'))];
    const { id } = (await post(ann, open, [a.id])).body;
    const edited = await ann.put<Post>(`/api/v4/posts/${id}/patch`, { file_ids: [b.id, foreign.id] });
    expect(edited.body.metadata!.files!.map((file) => file.name)).toEqual(['b.txt']);
    expect((await bob.get(files(a.id))).status).toBe(404);
    expect((await bob.get(files(b.id))).status).toBe(200);
    expect((await ann.get(files(foreign.id))).status).toBe(403);
    const [version] = (await ann.get<Post[]>(`/api/v4/posts/${id}/edit_history`)).body;
    await ann.post(`/api/v4/posts/${id}/restore/${version!.id}`);
    expect((await bob.get(files(a.id))).status).toBe(200);
  });

  test('go with it', async () => {
    const info = await upload(server, ann, open.id, text('gone.txt'));
    const { id } = (await post(ann, open, [info.id])).body;
    await ann.del(`/api/v4/posts/${id}`);
    expect((await ann.get(files(info.id))).status).toBe(404);
  });
});

test('files that no message took are removed after a day, with their bytes', async () => {
  const forgotten = await upload(server, ann, open.id, text('forgotten.txt'));
  const kept = await upload(server, ann, open.id, text('kept.txt'));
  await post(ann, open, [kept.id]);
  now += 23 * 3600_000;
  await removeForgottenFiles(server.app);
  expect((await ann.get(files(forgotten.id))).status).toBe(200);
  now += 2 * 3600_000;
  expect(await removeForgottenFiles(server.app)).toBeGreaterThan(0);
  expect((await ann.get(files(forgotten.id))).status).toBe(404);
  expect((await ann.get(files(kept.id))).status).toBe(200);
  expect(await server.app.files.size(`uploads/${new Date(forgotten.create_at).toISOString().slice(0, 10)}/${forgotten.id}/original`)).toBeUndefined();
});
