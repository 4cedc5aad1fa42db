import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import type { App } from '../app.ts';
import { NOBODY, type Actor } from '../context.ts';
import { isId } from '../ids.ts';
import type { Connection } from './connection.ts';
import { connectionAlive, connectionClosed, connectionOpened, topicsOfUser } from './presence.ts';
import { answerRequest, readRequest, type Asker, type Request } from './requests.ts';

// A client that asks faster than it is answered is read no further until it has its answers.
const MAX_UNANSWERED = 64;
const TRY_AGAIN_LATER = 1013;

/** One socket and, once it is known whose it is, the connection that it serves. */
interface Client extends Asker {
  readonly socket: WebSocket;
  readonly query: URLSearchParams;
  connection: Connection | null;
  /** What it identified itself with, to see later whether that still holds. */
  credentials: IncomingHttpHeaders;
  unanswered: number;
}

/** Takes a socket in: it is read from now on, and must say within the deadline whose it is. */
export function welcome(app: App, socket: WebSocket, request: IncomingMessage, auth_deadline_ms: number): void {
  const query = new URL(request.url ?? '/', 'http://local').searchParams;
  const client: Client = { socket, request, query, connection: null, credentials: request.headers, unanswered: 0 };
  if (!isResumable(query)) return socket.close();
  const deadline = setTimeout(() => !client.connection && socket.close(), auth_deadline_ms);
  // A client's requests are answered in their order, and none before it is known whose they are.
  let turn = identify(app, request.headers).then((actor) => (actor ? enter(app, client, actor) : undefined));
  const inTurn = (work: () => Promise<void>) => void (turn = turn.then(work).catch((error: Error) => app.log.error({ err: error }, 'a WebSocket request failed')));
  socket.on('message', (bytes: Buffer, is_binary) => {
    if (++client.unanswered > MAX_UNANSWERED) socket.pause();
    inTurn(async () => {
      await receive(app, client, bytes, is_binary);
      if (client.unanswered-- > MAX_UNANSWERED / 2 && socket.isPaused) socket.resume();
    });
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearTimeout(deadline);
    lose(app, client);
  });
  socket.on('pong', () => inTurn(() => stay(app, client)));
}

// Who wants to come back must say what comes next.
function isResumable(query: URLSearchParams): boolean {
  const connection_id = query.get('connection_id');
  return !connection_id || (isId(connection_id) && /^\d{1,15}$/.test(query.get('sequence_number') ?? ''));
}

async function identify(app: App, headers: IncomingHttpHeaders): Promise<Actor | null> {
  const actor = await app.identify({ headers, method: 'GET', query: {} }).catch(() => NOBODY);
  return actor.user_id ? actor : null;
}

async function enter(app: App, client: Client, actor: Actor): Promise<void> {
  const known = app.hub.find(client.query.get('connection_id') ?? '');
  const seq = Number(client.query.get('sequence_number'));
  if (app.hub.isFull(actor.user_id)) return client.socket.close(TRY_AGAIN_LATER, 'too many connections of this account');
  if (known && !known.is_open && known.actor.user_id === actor.user_id && known.canResume(seq)) resume(app, client, known, actor, seq);
  else if (!(await begin(app, client, actor))) return;
  app.publish(connectionOpened, { user_id: actor.user_id, connection_id: client.connection!.id });
}

function resume(app: App, client: Client, connection: Connection, actor: Actor, seq: number): void {
  app.hub.takeOver(connection, actor);
  connection.is_acking = isAcking(client);
  connection.attach(client.socket);
  client.connection = connection;
  connection.replay(seq);
}

async function begin(app: App, client: Client, actor: Actor): Promise<boolean> {
  const connection = app.hub.open(actor);
  connection.is_acking = isAcking(client);
  const topics = await topicsOf(app, actor);
  app.hub.join(actor.user_id, ...topics);
  // What the person has left while the list was being read must not be followed.
  const still = new Set(await topicsOf(app, actor));
  app.hub.leave(actor.user_id, ...topics.filter((topic) => !still.has(topic)));
  if (client.socket.readyState !== client.socket.OPEN) {
    app.hub.close(connection);
    return false;
  }
  connection.attach(client.socket);
  client.connection = connection;
  app.hub.begin(connection, { event: 'hello', topics: [], data: { connection_id: connection.id, server_version: app.version_id(), server_hostname: app.node_id }, broadcast: { user_id: actor.user_id } });
  return true;
}

function isAcking(client: Client): boolean {
  return client.query.get('posted_ack') === 'true';
}

async function topicsOf(app: App, actor: Actor): Promise<string[]> {
  return (await Promise.all(app.all(topicsOfUser).map((list) => list(app, actor)))).flat();
}

function lose(app: App, client: Client): void {
  const connection = client.connection;
  if (!connection?.detach(client.socket, Date.now())) return;
  const user_id = connection.actor.user_id;
  app.hub.forgetLost(user_id);
  app.publish(connectionClosed, { user_id, connection_id: connection.id, open_count: app.hub.countOpen(user_id) });
}

// A session may have ended by the clock while its socket was open.
async function stay(app: App, client: Client): Promise<void> {
  const { connection } = client;
  if (!connection) return;
  const actor = await identify(app, client.credentials);
  if (actor?.user_id === connection.actor.user_id) app.publish(connectionAlive, { user_id: actor.user_id });
  else app.hub.close(connection);
}

async function receive(app: App, client: Client, bytes: Buffer, is_binary: boolean): Promise<void> {
  const request = await readRequest(bytes, is_binary);
  if (!request) return client.socket.close();
  const answer = (body: object) => (client.connection ? client.connection.reply(body) : client.socket.readyState === 1 && client.socket.send(JSON.stringify(body)));
  if (request.action === 'authentication_challenge') return challenge(app, client, request, answer);
  await answerRequest(app, client, request, answer);
}

async function challenge(app: App, client: Client, request: Request, answer: (body: object) => void): Promise<void> {
  if (client.connection) return;
  const token = typeof request.data['token'] === 'string' ? request.data['token'] : '';
  const credentials = { authorization: `Bearer ${token}` };
  const actor = await identify(app, credentials);
  if (!actor) return client.socket.terminate();
  client.credentials = credentials;
  await enter(app, client, actor);
  if (client.connection) answer({ status: 'OK', seq_reply: request.seq });
}
