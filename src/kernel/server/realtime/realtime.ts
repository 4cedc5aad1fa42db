import type { IncomingHttpHeaders, IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { App } from '../app.ts';
import { NOBODY, type Actor, type Ctx } from '../context.ts';
import { AppError, userError } from '../errors.ts';
import { defineEvent } from '../events.ts';
import { extensionPoint } from '../extension-point.ts';
import { originOf } from '../http/origin.ts';
import { newId } from '../ids.ts';
import { parseJson } from '../text.ts';
import type { Connection } from './connection.ts';

const PATH = '/api/v4/websocket';
const AUTH_DEADLINE_MS = 5_000;
const PING_EVERY_MS = 60_000;
const MAX_CLIENT_FRAME = 64 * 1024;

/** Topics that a person's connections follow besides `user:ID` and `all`, read when a connection opens. */
export const topicsOfUser = extensionPoint<(app: App, actor: Actor) => Promise<string[]>>('kernel.topics-of-user');

/** A person's connection has opened, or come back. */
export const connectionOpened = defineEvent<{ user_id: string; connection_id: string }>('connection.opened');
/** A person's connection is lost. `open_count` is how many the person still has here. */
export const connectionClosed = defineEvent<{ user_id: string; connection_id: string; open_count: number }>('connection.closed');
/** A connection has answered a ping. */
export const connectionAlive = defineEvent<{ user_id: string }>('connection.alive');

interface Request {
  readonly action?: unknown;
  readonly seq?: unknown;
  readonly data?: Record<string, unknown> | null;
}

interface Client {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  readonly query: URLSearchParams;
  connection: Connection | null;
}

/** Serves the WebSocket of the protocol on an HTTP server. Returns what closes it. */
export function serveRealtime(app: App, server: Server): () => void {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MAX_CLIENT_FRAME });
  const alive = new WeakSet<WebSocket>();
  server.on('upgrade', (request, duplex, head) => {
    const url = new URL(request.url ?? '/', 'http://local');
    if (url.pathname.replace(/\/$/, '') !== PATH || !isSameOrigin(app, request)) return refuse(duplex, url.pathname.startsWith(PATH) ? '403 Forbidden' : '404 Not Found');
    sockets.handleUpgrade(request, duplex, head, (socket) => {
      alive.add(socket);
      socket.on('pong', () => alive.add(socket));
      void welcome(app, { socket, request, query: url.searchParams, connection: null });
    });
  });
  const pinger = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, PING_EVERY_MS).unref();
  return () => {
    clearInterval(pinger);
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

async function welcome(app: App, client: Client): Promise<void> {
  const { socket, request } = client;
  const deadline = setTimeout(() => !client.connection && socket.close(), AUTH_DEADLINE_MS);
  let turn = Promise.resolve(); // a client's requests are answered in their order
  socket.on('message', (bytes, is_binary) => {
    turn = turn.then(() => receive(app, client, is_binary ? '' : String(bytes))).catch((error: Error) => app.log.error({ error }, 'a WebSocket request failed'));
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearTimeout(deadline);
    lose(app, client);
  });
  socket.on('pong', () => client.connection && app.publish(connectionAlive, { user_id: client.connection.actor.user_id }));
  const actor = await identify(app, request.headers);
  if (actor) await enter(app, client, actor);
}

async function identify(app: App, headers: IncomingHttpHeaders): Promise<Actor | null> {
  const actor = await app.identify({ headers, method: 'GET', query: {} }).catch(() => NOBODY);
  return actor.user_id ? actor : null;
}

async function enter(app: App, client: Client, actor: Actor): Promise<void> {
  const known = app.hub.find(client.query.get('connection_id') ?? '');
  const seq = Number(client.query.get('sequence_number'));
  if (known && !known.is_open && known.actor.user_id === actor.user_id && Number.isInteger(seq) && known.canResume(seq)) {
    known.attach(client.socket);
    client.connection = known;
    known.replay(seq);
  } else {
    const connection = app.hub.open(actor);
    const topics = await topicsOf(app, actor);
    app.hub.join(actor.user_id, ...topics);
    // What the person has left while the list was being read must not be followed.
    const still = new Set(await topicsOf(app, actor));
    app.hub.leave(actor.user_id, ...topics.filter((topic) => !still.has(topic)));
    if (client.socket.readyState !== client.socket.OPEN) return app.hub.close(connection);
    connection.attach(client.socket);
    client.connection = connection;
    app.hub.begin(connection, { event: 'hello', topics: [], data: { connection_id: connection.id, server_version: app.version_id(), server_hostname: app.node_id }, broadcast: { user_id: actor.user_id } });
  }
  app.publish(connectionOpened, { user_id: actor.user_id, connection_id: client.connection.id });
}

async function topicsOf(app: App, actor: Actor): Promise<string[]> {
  return (await Promise.all(app.all(topicsOfUser).map((list) => list(app, actor)))).flat();
}

function lose(app: App, client: Client): void {
  const connection = client.connection;
  if (!connection?.detach(client.socket, Date.now())) return;
  const user_id = connection.actor.user_id;
  app.publish(connectionClosed, { user_id, connection_id: connection.id, open_count: app.hub.countOpen(user_id) });
}

async function receive(app: App, client: Client, text: string): Promise<void> {
  let request: Request;
  try {
    request = parseJson(text) as Request;
  } catch {
    return client.socket.close();
  }
  if (!request || typeof request !== 'object') return client.socket.close();
  const answer = (body: object) => (client.connection ? client.connection.reply(body) : client.socket.readyState === 1 && client.socket.send(JSON.stringify(body)));
  const seq_reply = typeof request.seq === 'number' ? request.seq : 0;
  if (request.action === 'authentication_challenge') return challenge(app, client, request, answer);
  try {
    const data = await perform(app, client, request);
    answer({ status: 'OK', ...(data && Object.keys(data).length ? { data } : {}), seq_reply });
  } catch (error) {
    if (!(error instanceof AppError)) app.log.error({ error }, 'a WebSocket request failed');
    const known = error instanceof AppError ? error : userError('api.web_socket_router.failed.app_error', 'The request failed.', 500);
    answer({ status: 'FAIL', error: known.toBody(''), seq_reply });
  }
}

async function challenge(app: App, client: Client, request: Request, answer: (body: object) => void): Promise<void> {
  if (client.connection) return;
  const token = typeof request.data?.token === 'string' ? request.data.token : '';
  const actor = await identify(app, { authorization: `Bearer ${token}` });
  if (!actor) return client.socket.terminate();
  await enter(app, client, actor);
  answer({ status: 'OK', seq_reply: typeof request.seq === 'number' ? request.seq : 0 });
}

async function perform(app: App, client: Client, request: Request): Promise<object | undefined> {
  const { action, seq, data } = request;
  if (typeof action !== 'string' || !action) throw userError('api.web_socket_router.no_action.app_error', 'The request names no action.');
  if (typeof seq !== 'number' || seq <= 0) throw userError('api.web_socket_router.bad_seq.app_error', 'The request needs a sequence number above 0.');
  const connection = client.connection;
  if (!connection) throw userError('api.web_socket_router.not_authenticated.app_error', 'The connection is not authenticated.', 401);
  if (action === 'ping') return { text: 'pong', version: app.version_id(), server_time: Date.now(), node_id: app.node_id };
  const known = app.socket_actions.get(action);
  if (!known) throw userError('api.web_socket_router.bad_action.app_error', `There is no action ${action.slice(0, 64)}.`, 500);
  const ctx: Ctx = app.ctx(connection.actor, { ...originOf(client.request), request_id: newId(), connection_id: connection.id });
  const result = await app.execute(ctx, known, data ?? {}, () => userError('api.websocket_handler.invalid_param.app_error', 'The data of this action is invalid.'));
  return result && typeof result === 'object' ? result : undefined;
}

function isSameOrigin(app: App, request: IncomingMessage): boolean {
  const origin = request.headers.origin;
  if (!origin || origin === app.site_url) return true;
  try {
    return new URL(origin).host === request.headers.host;
  } catch {
    return false;
  }
}

function refuse(duplex: Duplex, status: string): void {
  duplex.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

