import type { OutgoingHttpHeaders } from 'node:http';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { App } from '../app.ts';
import { AppError, userError } from '../errors.ts';
import { parseJson } from '../text.ts';
import { actionRoutes, type BoundRoute } from './bind.ts';
import { BROKEN_BODY, httpRefusal, inputOf } from './input.ts';
import { addUnservedRoutes } from './not-implemented.ts';
import { originOf } from './origin.ts';
import type { HttpReply, HttpRequest } from './route.ts';
import { serveWebPage } from './web-page.ts';

const MAX_BODY = 300_000; // ServiceSettings.MaximumPayloadSizeBytes of the protocol
const MAX_URL = 2048;

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': '',
};

/** The HTTP server with every route of every feature. */
export async function createHttpServer(app: App, web_dir?: string, protocol_routes: readonly string[] = []): Promise<FastifyInstance> {
  const http = fastify({ logger: false, bodyLimit: MAX_BODY, routerOptions: { ignoreTrailingSlash: true, maxParamLength: MAX_URL }, return503OnClosing: false, keepAliveTimeout: 65_000, requestTimeout: 0, frameworkErrors: (error: FastifyError, request: HttpRequest, reply: HttpReply) => sendError(app, error, reply, request.id) } as never) as unknown as FastifyInstance;
  readBodies(http);
  const bound_routes = actionRoutes(app.features);
  for (const bound of bound_routes) addRoute(app, http, bound);
  const unknownRoute = addUnservedRoutes(app, http, protocol_routes, bound_routes);
  http.setErrorHandler((error: FastifyError | AppError, request, reply) => sendError(app, error, reply, request.id));
  const sendPage = web_dir ? await serveWebPage(http, web_dir) : undefined;
  http.setNotFoundHandler(async (request, reply) => {
    const is_page = ['GET', 'HEAD'].includes(request.method) && !/^\/(api|hooks|plugins|oauth|files|static|assets)(\/|$)/.test(request.url);
    return is_page && sendPage ? sendPage(reply) : sendError(app, await unknownRoute(request), reply, request.id);
  });
  return http;
}

// The protocol reads JSON whatever the content type says; only streamed routes look at the type themselves.
function readBodies(http: FastifyInstance): void {
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('*', (request, payload, done) => {
    if ((request.routeOptions.config as { is_streamed?: boolean }).is_streamed) return done(null, payload);
    const limit = request.routeOptions.bodyLimit ?? MAX_BODY;
    const chunks: Buffer[] = [];
    let size = 0;
    payload.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else {
        chunks.length = 0;
        if (size > limit * 4) payload.destroy();
      }
    });
    payload.on('error', done);
    payload.on('end', () => (size > limit ? done(tooLarge()) : done(null, parseBody(chunks))));
  });
}

function parseBody(chunks: Buffer[]): unknown {
  const text = (chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString('utf8');
  if (!text) return undefined;
  try {
    return parseJson(text);
  } catch {
    return BROKEN_BODY;
  }
}

function addRoute(app: App, http: FastifyInstance, { method, path, route }: BoundRoute): void {
  const { action } = route;
  http.route({
    method: method as 'GET',
    url: path,
    exposeHeadRoute: route.has_head === true,
    bodyLimit: route.max_body ?? MAX_BODY,
    config: { is_streamed: route.is_streamed === true },
    handler: async (raw, reply) => {
      const request = raw as unknown as HttpRequest;
      const origin = originOf(raw.raw);
      reply.header('x-request-id', origin.request_id);
      if (raw.url.length > MAX_URL) throw userError('basic_security_check.url.too_long_error', `The address is longer than ${MAX_URL} characters.`, 414);
      const actor = await app.identify({ headers: raw.headers, method, query: request.query, is_csrf_exempt: route.is_csrf_exempt, setCookies: (cookies) => reply.header('set-cookie', cookies) });
      const ctx = app.ctx(actor, origin);
      app.demandSession(ctx, action);
      const input = route.read ? await route.read(request, ctx) : inputOf(route, request, actor.user_id);
      const result = await app.execute(ctx, action, input, httpRefusal(route, request));
      if (reply.sent) return reply;
      const body = route.answer ? await route.answer(result, reply, request, ctx) : result;
      return sendBody(app, reply, body, method, route.status);
    },
  });
}

function sendBody(app: App, reply: HttpReply, body: unknown, method: string, status?: number): HttpReply {
  if (reply.sent || body === reply) return reply;
  if (status && reply.statusCode === 200) reply.code(status);
  reply.headers(SECURITY_HEADERS).header('x-version-id', app.version_id());
  if (method === 'GET' && !reply.hasHeader('cache-control')) reply.header('expires', '0');
  if (typeof body === 'string' || Buffer.isBuffer(body) || (body && typeof (body as { pipe?: unknown }).pipe === 'function')) return reply.send(body);
  return sendJson(reply, body ?? null);
}

// Past Fastify: to a text it would add a charset, and the protocol's client reads an answer as JSON only when its type is
// exactly `application/json`. Head and text leave in one write.
function sendJson(reply: HttpReply, body: unknown): HttpReply {
  const text = JSON.stringify(body);
  reply.hijack();
  reply.raw.writeHead(reply.statusCode, { ...reply.getHeaders(), 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } as OutgoingHttpHeaders);
  reply.raw.end(text);
  return reply;
}

function sendError(app: App, error: FastifyError | AppError, reply: HttpReply, request_id: string): HttpReply {
  const known = error instanceof AppError ? error : translate(app, error);
  const id = String(reply.getHeader('x-request-id') ?? request_id);
  reply.headers(SECURITY_HEADERS).header('x-version-id', app.version_id());
  return sendJson(reply.code(known.status), known.toBody(id));
}

function translate(app: App, error: FastifyError): AppError {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return tooLarge();
  if (error.code === 'FST_ERR_BAD_URL') return userError('api.context.invalid_url_param.app_error', 'The address holds characters that are not encoded as they must be.');
  if (error.statusCode && error.statusCode < 500) return userError('api.context.invalid_body_param.app_error', error.message, error.statusCode);
  if (isDatabaseAway(error)) return userError('api.context.server_busy.app_error', 'The database is not available. Try again in a moment.', 503);
  if (['22021', '22P05'].includes(error.code)) return userError('api.context.invalid_param.app_error', 'A text must not contain the character NUL.');
  app.log.error({ err: { message: error.message, stack: error.stack, code: error.code } }, 'a request failed');
  return new AppError('api.context.internal.app_error', 'Something went wrong on the server. It was noted in the log.', 500);
}

function isDatabaseAway(error: Error & { code?: string }): boolean {
  const code = error.code ?? '';
  return /^(08|57P)/.test(code) || ['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(code) || /Connection (terminated|ended)|not queryable|Client was closed|the database is closed|timeout exceeded when trying to connect/i.test(error.message);
}

function tooLarge(): AppError {
  return userError('api.context.request_body_too_large.app_error', 'The request is too large.', 413);
}

