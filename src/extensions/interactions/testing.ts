import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call that a receiver has got. */
export interface ReceivedCall {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body as JSON or as a form. */
  readonly body: any;
}

/** What a receiver answers: an object as JSON, a text as it is, or with a status; nothing ends the connection. */
export type ReceiverAnswer = object | string | { readonly status: number; readonly text?: string } | undefined;

export interface Receiver {
  readonly url: string;
  readonly calls: ReceivedCall[];
  /** How each path answers; 404 where nothing is set. */
  readonly answers: Record<string, (call: ReceivedCall) => ReceiverAnswer | Promise<ReceiverAnswer>>;
  close(): void;
}

/** An integration for tests. Allow 127.0.0.1 in `ServiceSettings.AllowedUntrustedInternalConnections` first. */
export async function startReceiver(): Promise<Receiver> {
  const calls: ReceivedCall[] = [];
  const answers: Receiver['answers'] = {};
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const url = new URL(request.url!, 'http://receiver');
    const is_json = request.headers['content-type'] === 'application/json';
    const call = { method: request.method!, path: url.pathname, query: url.searchParams, headers: request.headers, text, body: is_json ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text)) };
    calls.push(call);
    const answer = answers[url.pathname] ? await answers[url.pathname]!(call) : { status: 404 };
    if (answer === undefined) return void request.socket.destroy();
    if (typeof answer === 'string') return void response.setHeader('content-type', 'text/plain').end(answer);
    if ('status' in answer && typeof answer.status === 'number') return void response.writeHead(answer.status).end('text' in answer ? answer.text : '');
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls, answers, close: () => void server.close(() => undefined).closeAllConnections() };
}
