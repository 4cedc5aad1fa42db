import { WebSocket, type ClientOptions } from 'ws';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { signUp, type Person } from '../lib/person.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';

// A server with two people in a channel, for each file that imports it.
export let server: TestServer;
export let ann: Person;
export let bob: Person;
export let channel: any;
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
export class Line {
  readonly socket: WebSocket;
  readonly heard: any[] = [];
  readonly opened: Promise<void>;
  readonly ended: Promise<number>;
  #next = 0;

  constructor(query: Record<string, string> = {}, options: ClientOptions = {}, url = server.url) {
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/api/v4/websocket?${new URLSearchParams(query)}`, options);
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

export const bearer = (person: Person): ClientOptions => ({ headers: { authorization: `Bearer ${person.token}` } });
export const say = (person: Person, message = `message ${++serial}`): Promise<any> => person.post('/posts', { channel_id: channel.id, message });
export const isPost = (id: string) => (frame: any) => frame.event === 'posted' && JSON.parse(frame.data.post).id === id;

export async function connected(person: Person, query: Record<string, string> = {}): Promise<{ line: Line; id: string }> {
  const line = new Line(query, bearer(person));
  return { line, id: (await line.hello()).data.connection_id };
}

/** A socket of nobody yet. */
export async function stranger(): Promise<Line> {
  const line = new Line();
  await line.opened;
  return line;
}

/** Ends a socket and waits until the server knows. */
export async function lose(line: Line, id: string): Promise<void> {
  line.socket.terminate();
  await expect.poll(() => server.app.hub.find(id)?.is_open ?? false).toBe(false);
}
