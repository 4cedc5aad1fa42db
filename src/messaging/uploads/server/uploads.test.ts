import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';

const UPLOADS = '/api/v4/uploads';

let server: TestServer;
let admin: Client;
let ann: Client;
let eve: Client;
let channel: Channel;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  [ann, eve] = [await signUp(server, 'ann'), await signUp(server, 'eve')];
  const team = (await admin.post('/api/v4/teams', { name: 'crew', display_name: 'Crew', type: 'O' })).body;
  await admin.post(`/api/v4/teams/${team.id}/members`, { team_id: team.id, user_id: ann.user.id });
  channel = (await admin.post<Channel>('/api/v4/channels', { team_id: team.id, name: 'ops', display_name: 'Operations', type: 'P' })).body;
  await admin.post(`/api/v4/channels/${channel.id}/members`, { user_id: ann.user.id });
});
afterAll(() => server?.close());

const start = async (file_size: number, who = ann, more: object = {}) => (await who.post(UPLOADS, { channel_id: channel.id, filename: 'a plan.txt', file_size, ...more })).body;

async function send(id: string, body: string | FormData, who = ann): Promise<{ status: number; body: any }> {
  const answer = await fetch(`${server.url}${UPLOADS}/${id}`, { method: 'POST', headers: { authorization: `Bearer ${who.token}` }, body });
  const text = await answer.text();
  return { status: answer.status, body: text ? JSON.parse(text) : undefined };
}

describe('a file in pieces', () => {
  test('is there with its last piece, and can be posted', async () => {
    const upload = await start(11);
    expect(upload).toMatchObject({ type: 'attachment', user_id: ann.user.id, channel_id: channel.id, filename: 'a plan.txt', file_size: 11, file_offset: 0 });
    expect(await send(upload.id, 'hello')).toEqual({ status: 204, body: undefined });
    expect((await ann.get(`${UPLOADS}/${upload.id}`)).body.file_offset).toBe(5);
    expect((await ann.get('/api/v4/users/me/uploads')).body).toMatchObject([{ id: upload.id, file_offset: 5 }]);
    const form = new FormData();
    form.append('data', new Blob([' world']), 'blob');
    const done = await send(upload.id, form);
    expect(done).toMatchObject({ status: 201, body: { name: 'a plan.txt', extension: 'txt', size: 11, user_id: ann.user.id, channel_id: channel.id } });
    expect((await ann.get('/api/v4/users/me/uploads')).body).toEqual([]);
    expect(await ann.post('/api/v4/posts', { channel_id: channel.id, message: '', file_ids: [done.body.id] })).toMatchObject({ status: 201 });
    expect((await admin.get(`/api/v4/files/${done.body.id}`)).body).toBe('hello world');
    expect(await send(upload.id, 'more')).toMatchObject({ status: 404 });
  });

  test('goes on where a broken connection left it', async () => {
    const upload = await start(100);
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.write(`POST ${UPLOADS}/${upload.id} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${ann.token}\r\ncontent-length: 100\r\n\r\n`);
    const write = vi.spyOn(server.app.files, 'write');
    await vi.waitFor(() => expect(write).toHaveBeenCalled());
    socket.end('a'.repeat(40));
    const offset = await vi.waitFor(async () => {
      const { file_offset } = (await ann.get(`${UPLOADS}/${upload.id}`)).body;
      expect(file_offset).toBe(40);
      return file_offset as number;
    }, 5_000);
    const done = await send(upload.id, 'b'.repeat(100 - offset));
    expect(done.status).toBe(201);
    expect((await ann.get(`/api/v4/files/${done.body.id}`)).body).toBe('a'.repeat(40) + 'b'.repeat(60));
  });

  test('takes no more than was announced, and two pieces at once not twice', async () => {
    const upload = await start(10);
    expect(await send(upload.id, 'x'.repeat(11))).toMatchObject({ status: 400, body: { id: 'api.upload.upload_data.invalid_content_length' } });
    const answers = await Promise.all([send(upload.id, 'aaaaa'), send(upload.id, 'bbbbb')]);
    expect(answers.filter(({ status }) => status === 204).length).toBeGreaterThanOrEqual(1);
    expect((await ann.get(`${UPLOADS}/${upload.id}`)).body?.file_offset ?? 10).toBeLessThanOrEqual(10);
  });

  test('is the matter of who uploads it', async () => {
    const upload = await start(10);
    expect(await send(upload.id, 'x', eve)).toMatchObject({ status: 403 });
    expect(await eve.get(`${UPLOADS}/${upload.id}`)).toMatchObject({ status: 403 });
    expect(await eve.get(`/api/v4/users/${ann.user.id}/uploads`)).toMatchObject({ status: 403 });
    expect(await eve.post(UPLOADS, { channel_id: channel.id, filename: 'a', file_size: 1 })).toMatchObject({ status: 403 });
    expect(await ann.post(UPLOADS, { type: 'import', filename: 'a.zip', file_size: 1 })).toMatchObject({ status: 403 });
  });

  test('must have a name, a size and a channel', async () => {
    for (const wrong of [{ file_size: 0 }, { file_size: -1 }, { file_size: 1.5 }, { file_size: '1' }, { filename: '' }, { channel_id: 'x' }, { type: 'dance' }]) expect(await ann.post(UPLOADS, { channel_id: channel.id, filename: 'a', file_size: 1, ...wrong }), JSON.stringify(wrong)).toMatchObject({ status: 400 });
    expect(await ann.post(UPLOADS, { channel_id: channel.id, filename: 'a', file_size: 1e12 })).toMatchObject({ status: 413 });
  });
});
