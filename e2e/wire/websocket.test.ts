import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { encode } from '@msgpack/msgpack';
import { WebSocket, type ClientOptions } from 'ws';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { logIn, signUp, type Person } from '../lib/person.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';

let server: TestServer;
let ann: Person;
let bob: Person;
let channel: any;
let serial = 0;
const open = new Set<Line>();

beforeAll(async () => {
  server = await startTestServer({ realtime_timing: { auth_deadline_ms: 300, ping_every_ms: 100, pong_wait_ms: 400 } });
  const admin = await server.admin();
  [ann, bob] = [await signUp(server.url, 'ann'), await signUp(server.url, 'bob')];
  const team = await admin.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' });
  await admin.post(`/teams/${team.id}/members/batch`, [ann, bob].map(({ id }) => ({ team_id: team.id, user_id: id })));
  channel = await ann.post('/channels', { team_id: team.id, name: 'ops', display_name: 'Ops', type: 'O' });
  await ann.post(`/channels/${channel.id}/members`, { user_id: bob.id });
});
afterEach(() => {
  for (const line of open) line.socket.terminate();
  open.clear();
});
afterAll(() => server.close());

/** A plain WebSocket and what was heard on it. */
class Line {
  readonly socket: WebSocket;
  readonly heard: any[] = [];
  readonly opened: Promise<void>;
  readonly ended: Promise<number>;
  #next = 0;

  constructor(query: Record<string, string> = {}, options: ClientOptions = {}) {
    this.socket = new WebSocket(`${server.url.replace('http', 'ws')}/api/v4/websocket?${new URLSearchParams(query)}`, options);
    this.socket.on('message', (text) => this.heard.push(JSON.parse(String(text))));
    this.socket.on('error', () => {});
    this.opened = new Promise((resolve) => void this.socket.on('open', resolve));
    this.ended = new Promise((resolve) => void this.socket.on('close', resolve));
    open.add(this);
  }

  /** The first frame that fits, heard already or to come. */
  async until(fits: (frame: any) => boolean): Promise<any> {
    for (;;) {
      const found = this.heard.find(fits);
      if (found) return found;
      await Promise.race([new Promise((resolve) => void this.socket.once('message', resolve)), this.ended.then(() => Promise.reject(new Error(`closed after ${JSON.stringify(this.heard).slice(0, 500)}`)))]);
    }
  }

  hello(): Promise<any> {
    return this.until((frame) => frame.event === 'hello');
  }

  send(body: unknown): void {
    this.socket.send(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  }

  async ask(action: string, data?: object): Promise<any> {
    await this.opened;
    const seq = ++this.#next;
    this.send({ action, seq, data });
    return this.until((frame) => frame.seq_reply === seq);
  }

  get seqs(): number[] {
    return this.heard.filter((frame) => frame.event).map((frame) => frame.seq);
  }
}

const bearer = (person: Person): ClientOptions => ({ headers: { authorization: `Bearer ${person.token}` } });
const say = (person: Person, message = `message ${++serial}`): Promise<any> => person.post('/posts', { channel_id: channel.id, message });
const isPost = (id: string) => (frame: any) => frame.event === 'posted' && JSON.parse(frame.data.post).id === id;

async function connected(person: Person, query: Record<string, string> = {}): Promise<{ line: Line; id: string }> {
  const line = new Line(query, bearer(person));
  return { line, id: (await line.hello()).data.connection_id };
}

/** A socket of nobody yet. */
async function stranger(): Promise<Line> {
  const line = new Line();
  await line.opened;
  return line;
}

/** Ends a socket and waits until the server knows. */
async function lose(line: Line, id: string): Promise<void> {
  line.socket.terminate();
  await expect.poll(() => server.app.hub.find(id)?.is_open ?? false).toBe(false);
}

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
    const carl = await signUp(server.url, 'carl');
    const lines = await Promise.all(Array.from({ length: 256 }, () => connected(carl)));
    expect(await new Line({}, bearer(carl)).ended).toBe(1013);
    await lose(lines[0]!.line, lines[0]!.id);
    await connected(carl);
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
