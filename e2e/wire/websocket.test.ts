import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { encode } from '@msgpack/msgpack';
import { describe, expect, test } from 'vitest';
import { logIn, signUp } from '../lib/person.ts';
import { startTestServer } from '../lib/server.ts';
import { Line, ann, bearer, bob, channel, connected, isPost, say, server } from './websocket.scene.ts';

describe('a connection lives', () => {
  test('a client that answers pings stays', async () => {
    const { line } = await connected(bob);
    for (let i = 0; i < 6; i++) await once(line.socket, 'ping');
    expect(await line.ask('ping')).toMatchObject({ status: 'OK', data: { text: 'pong', version: expect.any(String), server_time: expect.any(Number), node_id: expect.any(String) } });
  });

  test('a client that answers none is dropped', async () => {
    const { line, id } = await connected(bob).then(async ({ line: first }) => {
      first.socket.terminate();
      const silent = new Line({}, { ...bearer(bob), autoPong: false });
      return { line: silent, id: (await silent.hello()).data.connection_id };
    });
    await line.ended;
    await expect.poll(() => server.app.hub.find(id)?.is_open).toBe(false);
  });

  test('a session that is ended closes its sockets', async () => {
    const own = await logIn(server.url, 'bob');
    const { line } = await connected(own);
    await own.post('/users/logout');
    await line.ended;
  });

  test('a client that does not read is dropped, and told to start anew when it comes back', async () => {
    const { line, id } = await connected(bob);
    const raw = (line.socket as unknown as { _socket: Socket })._socket;
    raw.pause();
    const data = { text: 'x'.repeat(20_000) };
    for (let i = 0; i < 4_000 && server.app.hub.find(id)?.is_open; i++) {
      server.app.hub.deliver({ event: 'preferences_changed', data, topics: [`user:${bob.id}`] });
      if (i % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(server.app.hub.find(id)?.is_open).toBe(false);
    const again = new Line({ connection_id: id, sequence_number: '1' }, bearer(bob));
    expect((await again.hello()).data.connection_id).not.toBe(id);
  });

  test('an account has at most 256 connections', async () => {
    // Of patience: here so many clients answer their pings at once.
    const patient = await startTestServer();
    const carl = await signUp(patient.url, 'carl');
    const join = () => new Line({}, bearer(carl), patient.url);
    const lines = await Promise.all(Array.from({ length: 256 }, join).map(async (line) => ({ line, id: (await line.hello()).data.connection_id })));
    expect(await join().ended).toBe(1013);
    lines[0]!.line.socket.terminate();
    await expect.poll(() => patient.app.hub.find(lines[0]!.id)?.is_open ?? false).toBe(false);
    await join().hello();
    await patient.close();
  });
});

describe('a client asks', () => {
  test('MessagePack in a binary frame is read like JSON, and answered as text', async () => {
    const { line } = await connected(bob);
    line.send(Buffer.from(encode({ action: 'get_statuses_by_ids', seq: 5, data: { user_ids: [bob.id] } })));
    expect(await line.until((frame) => frame.seq_reply === 5)).toEqual({ status: 'OK', data: { [bob.id]: 'online' }, seq_reply: 5 });
  });

  test.each([
    ['no action', { seq: 1 }, 'api.web_socket_router.no_action.app_error', 400],
    ['no number', { action: 'ping' }, 'api.web_socket_router.bad_seq.app_error', 400],
    ['a number below 1', { action: 'ping', seq: -3 }, 'api.web_socket_router.bad_seq.app_error', 400],
    ['an action that is none', { action: 'dance', seq: 1 }, 'api.web_socket_router.bad_action.app_error', 500],
    ['typing where one may not write', { action: 'user_typing', seq: 1, data: { channel_id: 'a'.repeat(26) } }, 'api.websocket_handler.invalid_param.app_error', 400],
    ['typing nowhere', { action: 'user_typing', seq: 1, data: {} }, 'api.websocket_handler.invalid_param.app_error', 400],
    ['the statuses of nobody', { action: 'get_statuses_by_ids', seq: 1, data: { user_ids: [] } }, 'api.websocket_handler.invalid_param.app_error', 400],
    ['activity that is no yes or no', { action: 'user_update_active_status', seq: 1, data: { user_is_active: 'maybe' } }, 'api.websocket_handler.invalid_param.app_error', 400],
    ['an acknowledgement that is no text', { action: 'posted_notify_ack', seq: 1, data: { post_id: 5 } }, 'api.websocket_handler.invalid_param.app_error', 400],
  ])('%s is refused', async (_, request, id, status) => {
    const { line } = await connected(bob);
    line.send(request);
    expect(await line.until((frame) => frame.status)).toMatchObject({ status: 'FAIL', error: { id, status_code: status }, seq_reply: (request as { seq?: number }).seq ?? 0 });
  });

  test.each([
    ['user_typing', () => ({ channel_id: channel.id, parent_id: '' })],
    ['user_update_active_status', () => ({ user_is_active: true, manual: false })],
    ['presence', () => ({ channel_id: channel.id, team_id: '', thread_channel_id: '', is_thread_view: false })],
    ['posted_notify_ack', () => ({ post_id: 'a'.repeat(26), user_agent: 'x', status: 'success', reason: '', data: '' })],
  ])('%s is answered with OK', async (action, data) => {
    const { line } = await connected(bob);
    expect(await line.ask(action, data())).toEqual({ status: 'OK', seq_reply: 1 });
  });

  test('get_statuses tells who is there', async () => {
    const { line } = await connected(bob);
    expect((await line.ask('get_statuses')).data).toMatchObject({ [bob.id]: 'online' });
  });

  test('typing reaches the others and not oneself', async () => {
    const [writer, reader] = [await connected(bob), await connected(ann)];
    await writer.line.ask('user_typing', { channel_id: channel.id, parent_id: '' });
    expect(await reader.line.until((frame) => frame.event === 'typing')).toMatchObject({ data: { user_id: bob.id, parent_id: '' }, broadcast: { channel_id: channel.id, omit_users: { [bob.id]: true } } });
    await writer.line.ask('ping');
    expect(writer.line.heard.some((frame) => frame.event === 'typing')).toBe(false);
  });

  test('what is meant for plugins is answered by nobody', async () => {
    const { line } = await connected(bob);
    line.send({ action: 'custom_calls_join', seq: 9, data: {} });
    await line.ask('ping');
    expect(line.heard.some((frame) => frame.seq_reply === 9)).toBe(false);
  });

  test.each([['text that is no JSON', '{'], ['a list', '[]'], ['null', 'null'], ['an action that is no text', '{"action":5,"seq":1}'], ['data that is no object', '{"action":"ping","seq":1,"data":"x"}'], ['bytes that are no MessagePack', Buffer.from([0xc1, 0xff])], ['a list as MessagePack', Buffer.from(encode([1, 2]))]])('%s closes the connection without a code', async (_, body) => {
    const { line } = await connected(bob);
    line.send(body);
    expect(await line.ended).toBe(1005);
  });

  test('a frame of more than 8,192 bytes closes the connection', async () => {
    const { line } = await connected(bob);
    line.send({ action: 'ping', seq: 1, data: { text: 'x'.repeat(8_200) } });
    expect(await line.ended).toBe(1009);
  });

  test('a flood of requests is answered one after the other', async () => {
    const { line } = await connected(bob);
    for (let seq = 1; seq <= 500; seq++) line.send({ action: 'ping', seq });
    await line.until((frame) => frame.seq_reply === 500);
    expect(line.heard.filter((frame) => frame.seq_reply).map((frame) => frame.seq_reply)).toEqual(Array.from({ length: 500 }, (_, i) => i + 1));
  });

  test('bytes that are no frame at all end the socket and nothing else', async () => {
    const { port } = new URL(server.url);
    const raw = connect(Number(port), '127.0.0.1');
    raw.write('GET /api/v4/websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n');
    await once(raw, 'data');
    raw.write(Buffer.from([0xff, 0xff, 0xff, 0xff]));
    raw.resume();
    await once(raw, 'close');
    await connected(bob);
  });
});

describe('a client that says what it notifies of (posted_ack)', () => {
  const acked = async (message: string, query: Record<string, string> = { posted_ack: 'true' }) => {
    const { line } = await connected(bob, query);
    const post = await say(ann, message);
    return (await line.until(isPost(post.id))).data.should_ack;
  };

  test('is asked to for a mention', async () => {
    expect(await acked('look @bob')).toBe(true);
    expect(await acked('look @all')).toBe(true);
  });

  test('is not asked to for what it would not notify of', async () => {
    expect(await acked('nothing special')).toBeUndefined();
  });

  test('is not asked to if it did not say so', async () => {
    expect(await acked('look @bob', {})).toBeUndefined();
  });

  test('is not asked to for its own posts', async () => {
    const { line } = await connected(bob, { posted_ack: 'true' });
    const post = await say(bob, '@all hello');
    expect((await line.until(isPost(post.id))).data.should_ack).toBeUndefined();
  });

  test('is asked to for every direct message', async () => {
    const { line } = await connected(bob, { posted_ack: 'true' });
    const dm = await ann.post('/channels/direct', [ann.id, bob.id]);
    const post = await ann.post('/posts', { channel_id: dm.id, message: 'hi' });
    expect((await line.until(isPost(post.id))).data.should_ack).toBe(true);
  });
});
