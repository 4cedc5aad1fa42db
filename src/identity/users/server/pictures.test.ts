import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signUp, type Client } from '#identity/users/testing.ts';
import { openSocket } from '#kernel/testing/socket.ts';
import { startTestServer, type TestServer } from '#kernel/testing/server.ts';

let server: TestServer;
let ann: Client;
let bob: Client;

beforeAll(async () => {
  server = await startTestServer();
  [ann, bob] = (await Promise.all(['ann', 'bob'].map((name) => signUp(server, name)))) as [Client, Client];
});
afterAll(() => server?.close());

async function upload(by: Client, user_id: string, bytes: Buffer | string, field = 'image'): Promise<{ status: number; id: string }> {
  const form = new FormData();
  form.append(field, new Blob([bytes as never]), 'picture.png');
  const answer = await fetch(`${server.url}/api/v4/users/${user_id}/image`, { method: 'POST', body: form, headers: { authorization: `Bearer ${by.token}` } });
  return { status: answer.status, id: ((await answer.json()) as { id: string }).id };
}

async function picture(path: string, headers: Record<string, string> = {}): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const answer = await fetch(`${server.url}/api/v4/users/${ann.user.id}/${path}`, { headers: { authorization: `Bearer ${bob.token}`, ...headers } });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

test('somebody without a picture has one made of the name, without any font', async () => {
  const { status, headers, bytes } = await picture('image');
  expect([status, headers.get('content-type')]).toEqual([200, 'image/png']);
  const { channels, width } = await sharp(bytes).toColourspace('srgb').stats().then(async (stats) => ({ channels: stats.channels, width: (await sharp(bytes).metadata()).width }));
  expect(width).toBe(256);
  expect(Math.max(...channels.map((channel) => channel.stdev))).toBeGreaterThan(5);
});

test('a picture is made square and small, loses what else is in the file, and can be kept by clients', async () => {
  const large = await sharp({ create: { width: 900, height: 300, channels: 3, background: '#00ff00' } }).withExif({ IFD0: { Copyright: 'secret place' } }).jpeg().toBuffer();
  const socket = await openSocket(server, bob.token);
  expect(await upload(ann, 'me', large)).toMatchObject({ status: 200 });
  const { data } = await socket.until((frame) => frame.event === 'user_updated' && frame.data.user.last_picture_update > 0);
  expect(data.user).not.toHaveProperty('notify_props');
  const { headers, bytes } = await picture('image');
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 256, height: 256 });
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  expect(headers.get('cache-control')).toBe('max-age=2592000, private');
  expect(await picture('image', { 'if-none-match': headers.get('etag')! })).toMatchObject({ status: 304 });
  expect((await picture('image/default')).bytes.equals(bytes)).toBe(false);
  socket.close();
});

test('it can be taken away again', async () => {
  expect(await ann.del('/api/v4/users/me/image')).toMatchObject({ status: 200 });
  expect((await ann.get('/api/v4/users/me')).body.last_picture_update).toBeLessThan(0);
  expect((await picture('image')).bytes.equals((await picture('image/default')).bytes)).toBe(true);
});

test('what is no picture, too much of one, or of somebody else is refused', async () => {
  expect(await upload(ann, 'me', 'no picture')).toMatchObject({ status: 400, id: 'api.user.upload_profile_user.decode.app_error' });
  expect(await upload(ann, 'me', 'x', 'other')).toMatchObject({ status: 400, id: 'api.user.upload_profile_user.no_file.app_error' });
  const bomb = await sharp({ create: { width: 5_000, height: 5_000, channels: 3, background: '#000' } }).png({ compressionLevel: 1 }).toBuffer();
  expect(await upload(ann, 'me', bomb)).toMatchObject({ status: 400 });
  const fine = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#000' } }).png().toBuffer();
  expect(await upload(bob, ann.user.id, fine)).toMatchObject({ status: 403 });
});
