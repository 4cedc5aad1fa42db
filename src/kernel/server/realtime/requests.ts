import type { IncomingMessage } from 'node:http';
import type { App } from '../app.ts';
import type { Ctx } from '../context.ts';
import { AppError, userError } from '../errors.ts';
import { originOf } from '../http/origin.ts';
import { newId } from '../ids.ts';
import { parseJson } from '../text.ts';
import type { Connection } from './connection.ts';

/** What a client asks over its socket. */
export interface Request {
  readonly action: string;
  /** The client's own number, which the answer repeats. */
  readonly seq: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Who asks. */
export interface Asker {
  readonly request: IncomingMessage;
  /** Null until it is known whose the socket is. */
  readonly connection: Connection | null;
}

type Answer = (body: object) => void;

// What is meant for programs that extend the server is answered by them, or by nobody.
const FOREIGN = 'custom_';

/** Reads a frame: JSON as text, MessagePack as bytes. Undefined for what is neither. */
export async function readRequest(bytes: Buffer, is_binary: boolean): Promise<Request | undefined> {
  try {
    // By way of JSON both have the same limits and hold the same kinds of values.
    const text = is_binary ? JSON.stringify((await import('@msgpack/msgpack')).decode(bytes)) : bytes.toString('utf8');
    return requestOf(parseJson(text));
  } catch {
    return undefined;
  }
}

function requestOf(value: unknown): Request | undefined {
  if (!value || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const { action, seq, data } = value as Record<string, unknown>;
  const is_request = isText(action ?? '') && Number.isSafeInteger(seq ?? 0) && typeof (data ?? {}) === 'object' && !Array.isArray(data);
  return is_request ? { action: (action ?? '') as string, seq: (seq ?? 0) as number, data: (data ?? {}) as Request['data'] } : undefined;
}

/** Does what a client asks and answers it in the protocol's form. */
export async function answerRequest(app: App, client: Asker, request: Request, answer: Answer): Promise<void> {
  const seq_reply = request.seq;
  try {
    checkRequest(request);
    if (request.action.startsWith(FOREIGN) && client.connection) return;
    const data = await perform(app, client, request);
    answer({ status: 'OK', ...(data && Object.keys(data).length ? { data } : {}), seq_reply });
  } catch (error) {
    if (!(error instanceof AppError)) app.log.error({ err: error }, 'a WebSocket request failed');
    const known = error instanceof AppError ? error : userError('api.web_socket_router.failed.app_error', 'The request failed.', 500);
    answer({ status: 'FAIL', error: known.toBody(''), seq_reply });
  }
}

function checkRequest({ action, seq }: Request): void {
  if (!action) throw userError('api.web_socket_router.no_action.app_error', 'The request names no action.');
  if (seq <= 0) throw userError('api.web_socket_router.bad_seq.app_error', 'The request needs a sequence number above 0.');
}

async function perform(app: App, client: Asker, { action, data }: Request): Promise<object | undefined> {
  if (action === 'presence') return checkTexts(data, ['channel_id', 'team_id', 'thread_channel_id']);
  const { connection } = client;
  if (!connection) throw userError('api.web_socket_router.not_authenticated.app_error', 'The connection is not authenticated.', 401);
  if (action === 'ping') return { text: 'pong', version: app.version_id(), server_time: Date.now(), node_id: app.node_id };
  if (action === 'posted_notify_ack') return checkTexts(data, ['post_id', 'user_agent', 'status', 'reason', 'data']);
  const known = app.socket_actions.get(action);
  if (!known) throw userError('api.web_socket_router.bad_action.app_error', `There is no action ${action.slice(0, 64)}.`, 500);
  const ctx: Ctx = app.ctx(connection.actor, { ...originOf(app, client.request), request_id: newId(), connection_id: connection.id });
  const result = await app.execute(ctx, known, data, () => invalidData('The data of this action is invalid.')).catch((error: unknown) => {
    // The socket of the protocol has no other word for what one may not do there.
    throw error instanceof AppError && error.status === 403 ? invalidData(error.message) : error;
  });
  return result && typeof result === 'object' ? result : undefined;
}

// What a client tells about itself (what it shows, what it has notified of) is taken note of by nobody yet: it is only checked.
function checkTexts(data: Request['data'], names: readonly string[]): undefined {
  const wrong = names.find((name) => !isText(data[name] ?? ''));
  if (wrong) throw invalidData(`${wrong} must be a text.`);
  return undefined;
}

function invalidData(message: string): AppError {
  return userError('api.websocket_handler.invalid_param.app_error', message);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
