import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { App } from '../app.ts';
import type { AppError } from '../errors.ts';
import { webserverMode } from './http.settings.ts';
import type { HttpReply, HttpRequest, Route } from './route.ts';

const compress = promisify(gzip);
// Below this the head of an answer outweighs what compression saves.
const COMPRESS_FROM = 1_400;

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': '',
};

/** Sends what an action has answered. */
export async function sendBody(app: App, request: HttpRequest, reply: HttpReply, body: unknown, { status, has_etag }: Route): Promise<HttpReply> {
  if (reply.sent || body === reply) return reply;
  if (status && reply.statusCode === 200) reply.code(status);
  reply.headers(SECURITY_HEADERS).header('x-version-id', app.version_id());
  if (request.method === 'GET' && !reply.hasHeader('cache-control')) reply.header('expires', '0');
  if (typeof body === 'string' || Buffer.isBuffer(body) || (body && typeof (body as { pipe?: unknown }).pipe === 'function')) return reply.send(body);
  const text = JSON.stringify(body ?? null);
  if (has_etag && isKnown(app, request, reply, text)) return reply.code(304).send();
  return sendJson(app, request, reply, text);
}

/** Sends a refusal in the protocol's form. */
export function sendError(app: App, request: HttpRequest, reply: HttpReply, error: AppError, request_id: string): Promise<HttpReply> {
  reply.headers({ ...SECURITY_HEADERS, ...error.headers }).header('x-version-id', app.version_id());
  return sendJson(app, request, reply.code(error.status), JSON.stringify(error.toBody(request_id)));
}

// The protocol's tags begin with the version of the server and stand without quotes.
function isKnown(app: App, request: HttpRequest, reply: HttpReply, text: string): boolean {
  const etag = `${app.version}.${createHash('sha1').update(text).digest('base64url')}`;
  reply.header('etag', etag);
  return request.headers['if-none-match'] === etag;
}

// Past Fastify: to a text it would add a charset, and the protocol's client reads an answer as JSON only when its type is
// exactly `application/json`. Head and text leave in one write.
async function sendJson(app: App, request: HttpRequest, reply: HttpReply, text: string): Promise<HttpReply> {
  let bytes: string | Buffer = text;
  if (app.settings.get(webserverMode) === 'gzip') {
    const vary = reply.getHeader('vary');
    reply.header('vary', vary ? `${String(vary)}, Accept-Encoding` : 'Accept-Encoding');
    if (text.length >= COMPRESS_FROM && takesGzip(request.headers['accept-encoding'])) {
      bytes = await compress(text, { level: constants.Z_BEST_SPEED });
      reply.header('content-encoding', 'gzip');
    }
  }
  reply.hijack();
  reply.raw.writeHead(reply.statusCode, { ...reply.getHeaders(), 'content-type': 'application/json', 'content-length': Buffer.byteLength(bytes) } as OutgoingHttpHeaders);
  reply.raw.end(bytes);
  return reply;
}

function takesGzip(accepted: string | string[] | undefined): boolean {
  return typeof accepted === 'string' && /(^|[,\s])(gzip|\*)\s*($|,|;\s*q=(?!0(\.0*)?\s*($|,)))/i.test(accepted);
}
