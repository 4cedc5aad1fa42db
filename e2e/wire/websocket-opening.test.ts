import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { logIn } from '../lib/person.ts';
import { Line, ann, bearer, bob, connected, isPost, lose, say, server, stranger } from './websocket.scene.ts';

describe('a connection opens', () => {
  test('with the Authorization header: hello is event 0 and tells id, version and host', async () => {
    const { line } = await connected(bob);
    const hello = line.heard[0];
    expect(hello).toMatchObject({ event: 'hello', seq: 0, broadcast: { user_id: bob.id, omit_users: null, channel_id: '', team_id: '', connection_id: '', omit_connection_id: '' } });
    expect(hello.data.connection_id).toMatch(/^[a-z0-9]{26}$/);
    expect(hello.data.server_version).toMatch(/^\d+\.\d+\.\d+\..+\.true$/);
  });

  test('with the cookie of a log-in', async () => {
    const line = new Line({}, { headers: { cookie: `MMAUTHTOKEN=${bob.token}` } });
    await line.hello();
  });

  test('with a challenge, which is answered after hello', async () => {
    const line = await stranger();
    expect(await line.ask('authentication_challenge', { token: bob.token })).toEqual({ status: 'OK', seq_reply: 1 });
    expect(line.heard.map((frame) => frame.event ?? 'answer')).toEqual(expect.arrayContaining(['hello', 'answer']));
    expect(line.heard[0].event).toBe('hello');
  });

  test('a challenge on a connection that is known already is not answered', async () => {
    const { line } = await connected(bob);
    line.send({ action: 'authentication_challenge', seq: 7, data: { token: 'wrong' } });
    expect(await line.ask('ping')).toMatchObject({ status: 'OK' });
    expect(line.heard.some((frame) => frame.seq_reply === 7)).toBe(false);
  });

  test('a wrong challenge ends the socket without an answer', async () => {
    const line = await stranger();
    line.send({ action: 'authentication_challenge', seq: 1, data: { token: 'wrong' } });
    await line.ended;
    expect(line.heard).toEqual([]);
  });

  test('who says nothing is closed after the deadline', async () => {
    expect(await new Line().ended).toBe(1005);
  });

  test('before the challenge nothing but that is done', async () => {
    const line = await stranger();
    expect(await line.ask('get_statuses')).toMatchObject({ status: 'FAIL', error: { id: 'api.web_socket_router.not_authenticated.app_error', status_code: 401 } });
  });

  test('a page of another site cannot open one with the cookie of its visitor', async () => {
    const line = new Line({}, { origin: 'https://evil.example', headers: { cookie: `MMAUTHTOKEN=${bob.token}` } });
    const response = await new Promise<IncomingMessage>((resolve) => void line.socket.on('unexpected-response', (_, answer) => resolve(answer)));
    expect(response.statusCode).toBe(403);
  });

  test('a plain call to the address is told to upgrade', async () => {
    expect(await bob.call('GET', '/websocket')).toMatchObject({ status: 400, body: { id: 'api.web_socket.connect.upgrade.app_error' } });
  });
});

describe('a client that comes back', () => {
  test('gets what it missed in order, with the numbers it expects and without a hello', async () => {
    const { line, id } = await connected(bob);
    await line.until(isPost((await say(ann)).id));
    const expected = line.seqs.at(-1)! + 1;
    await lose(line, id);
    const missed = [await say(ann), await say(ann), await say(ann)];
    const again = new Line({ connection_id: id, sequence_number: String(expected), disconnect_err_code: '4000' }, bearer(bob));
    await again.until(isPost(missed[2].id));
    expect(again.heard.some((frame) => frame.event === 'hello')).toBe(false);
    expect(again.seqs).toEqual(Array.from(again.seqs, (_, i) => expected + i));
    expect(again.heard.filter((frame) => frame.event === 'posted').map((frame) => JSON.parse(frame.data.post).id)).toEqual(missed.map((post) => post.id));
  });

  test('is heard again as the same connection, and hears what comes next', async () => {
    const { line, id } = await connected(bob);
    await lose(line, id);
    const again = new Line({ connection_id: id, sequence_number: '1' }, bearer(bob));
    await again.ask('ping');
    const post = await say(ann);
    expect((await again.until(isPost(post.id))).seq).toBeGreaterThanOrEqual(1);
    expect(again.heard.some((frame) => frame.event === 'hello')).toBe(false);
  });

  test('with number 0 gets everything from its hello on', async () => {
    const { line, id } = await connected(bob);
    await lose(line, id);
    const post = await say(ann);
    const again = new Line({ connection_id: id, sequence_number: '0' }, bearer(bob));
    expect((await again.hello()).data.connection_id).toBe(id);
    expect((await again.until(isPost(post.id))).seq).toBeGreaterThan(0);
  });

  test('gets again what was under way when its socket was cut', async () => {
    const { line, id } = await connected(bob);
    const raw = (line.socket as unknown as { _socket: Socket })._socket;
    raw.pause();
    const posts = [];
    for (let i = 0; i < 20; i++) posts.push(await say(ann));
    await lose(line, id);
    const again = new Line({ connection_id: id, sequence_number: '1' }, bearer(bob));
    await again.until(isPost(posts[19].id));
    expect(again.seqs).toEqual(Array.from(again.seqs, (_, i) => 1 + i));
    expect(again.heard.filter((frame) => frame.event === 'posted')).toHaveLength(20);
  });

  test('10,000 events behind starts anew with a hello and another id', async () => {
    const { line, id } = await connected(bob);
    await lose(line, id);
    for (let i = 0; i < 10_000; i++) server.app.hub.deliver({ event: 'typing', data: {}, topics: [`user:${bob.id}`] });
    const again = new Line({ connection_id: id, sequence_number: '1' }, bearer(bob));
    const hello = await again.hello();
    expect(hello.seq).toBe(0);
    expect(hello.data.connection_id).not.toBe(id);
  });

  test('with a number that was never sent starts anew', async () => {
    const { line, id } = await connected(bob);
    await lose(line, id);
    expect((await new Line({ connection_id: id, sequence_number: '999' }, bearer(bob)).hello()).data.connection_id).not.toBe(id);
  });

  test('with the id of somebody else starts anew and hears nothing of theirs', async () => {
    const { line, id } = await connected(bob);
    await lose(line, id);
    server.app.hub.deliver({ event: 'typing', data: { secret: true }, topics: [`user:${bob.id}`] });
    const thief = new Line({ connection_id: id, sequence_number: '1' }, bearer(ann));
    expect((await thief.hello()).data.connection_id).not.toBe(id);
    await thief.ask('ping');
    expect(thief.heard.some((frame) => frame.data?.secret)).toBe(false);
  });

  test('while the old socket is still there starts anew', async () => {
    const { id } = await connected(bob);
    expect((await new Line({ connection_id: id, sequence_number: '1' }, bearer(bob)).hello()).data.connection_id).not.toBe(id);
  });

  test.each([['an id that is none', { connection_id: 'short', sequence_number: '1' }], ['no number', { connection_id: 'a'.repeat(26) }], ['a number that is none', { connection_id: 'a'.repeat(26), sequence_number: 'x' }]])('with %s is closed', async (_, query) => {
    expect(await new Line(query as Record<string, string>, bearer(bob)).ended).toBe(1005);
  });

  test('after its session has ended does not come in', async () => {
    const own = await logIn(server.url, 'bob');
    const { line, id } = await connected(own);
    await lose(line, id);
    await own.post('/users/logout');
    const again = new Line({ connection_id: id, sequence_number: '1' }, bearer(own));
    await again.ended;
    expect(again.heard).toEqual([]);
  });
});
