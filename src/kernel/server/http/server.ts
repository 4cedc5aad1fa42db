import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { App } from '../app.ts';
import { AppError, notFoundError, userError } from '../errors.ts';
import { sendBody, sendError } from './answer.ts';
import { actionRoutes, type BoundRoute } from './bind.ts';
import { readBodies, tooLarge } from './body.ts';
import { allowOrigin } from './cors.ts';
import { maxUrl, strictTransport, strictTransportAge } from './http.settings.ts';
import { httpRefusal, inputOf } from './input.ts';
import { addUnservedRoutes } from './not-implemented.ts';
import { originOf } from './origin.ts';
import { RateLimiter, type RateVerdict } from './rate-limit.ts';
import type { HttpReply, HttpRequest } from './route.ts';
import { offerWebPage, serveWebPage } from './web-page.ts';

const MAX_PARAM = 16_000;
const SOCKET_PATH = '/api/v4/websocket';

/** The HTTP server with every route of every feature. */
export async function createHttpServer(app: App, web_dir?: string, protocol_routes: readonly string[] = []): Promise<FastifyInstance> {
  const http = fastify({ logger: false, bodyLimit: Number.MAX_SAFE_INTEGER, routerOptions: { ignoreTrailingSlash: true, maxParamLength: MAX_PARAM }, return503OnClosing: false, keepAliveTimeout: 65_000, requestTimeout: 0, frameworkErrors: (error: FastifyError, request: HttpRequest, reply: HttpReply) => refuse(app, request, reply, error) } as never) as unknown as FastifyInstance;
  const limiter = new RateLimiter(app);
  receive(app, http, limiter);
  readBodies(app, http);
  const bound_routes = actionRoutes(app.features);
  for (const bound of bound_routes) addRoute(app, http, limiter, bound);
  const unknownRoute = addUnservedRoutes(app, http, protocol_routes, bound_routes);
  http.setErrorHandler((error: FastifyError | AppError, request, reply) => refuse(app, request as HttpRequest, reply, error));
  const sendPage = web_dir ? await serveWebPage(app, http, web_dir) : undefined;
  if (sendPage) offerWebPage(http, sendPage);
  http.setNotFoundHandler(async (request, reply) => {
    const unserved = await unknownRoute(request);
    const is_page = !unserved && ['GET', 'HEAD'].includes(request.method) && !/^\/(api|hooks|plugins|oauth|files|static|assets)(\/|$)/.test(request.url);
    return is_page && sendPage ? sendPage(reply) : refuse(app, request as HttpRequest, reply, isSocketPath(request.url) ? noUpgrade() : (unserved ?? notFoundError()));
  });
  return http;
}

// What comes before everything else, whatever the address is.
function receive(app: App, http: FastifyInstance, limiter: RateLimiter): void {
  http.addHook('onRequest', (request, reply, done) => {
    if (app.settings.get(strictTransport)) reply.header('strict-transport-security', `max-age=${app.settings.get(strictTransportAge)}`);
    if (allowOrigin(app, request, reply)) return void reply.code(204).send();
    if (request.url.startsWith('/assets/')) return done();
    if (isRefused(limiter.count(request.raw), reply)) return void reply.code(429).type('text/plain; charset=utf-8').send('limit exceeded\n');
    done();
  });
}

function isRefused(verdict: RateVerdict | undefined, reply: HttpReply): boolean {
  if (verdict) reply.headers(verdict.headers);
  return verdict?.is_refused === true;
}

function addRoute(app: App, http: FastifyInstance, limiter: RateLimiter, { method, path, route }: BoundRoute): void {
  const { action } = route;
  http.route({
    method: method as 'GET',
    url: path,
    exposeHeadRoute: route.has_head === true,
    config: { is_streamed: route.is_streamed === true, max_body: route.max_body },
    handler: async (raw, reply) => {
      const request = raw as unknown as HttpRequest;
      const origin = originOf(app, raw.raw);
      reply.header('x-request-id', origin.request_id);
      const longest = app.settings.get(maxUrl);
      if (raw.url.length > longest) throw userError('basic_security_check.url.too_long_error', `The address is longer than ${longest} characters.`, 414);
      const actor = await app.identify({ headers: raw.headers, method, query: request.query, is_csrf_exempt: route.is_csrf_exempt, setCookies: (cookies) => reply.header('set-cookie', cookies) });
      if (isRefused(limiter.countUser(actor.user_id), reply)) return reply.code(429).type('text/plain; charset=utf-8').send('limit exceeded\n');
      const ctx = app.ctx(actor, origin);
      app.demandSession(ctx, action);
      const input = route.read ? await route.read(request, ctx) : inputOf(route, request, actor.user_id);
      const result = await app.execute(ctx, action, input, httpRefusal(route, request));
      if (reply.sent) return reply;
      const body = route.answer ? await route.answer(result, reply, request, ctx) : result;
      return sendBody(app, request, reply, body, route);
    },
  });
}

function refuse(app: App, request: HttpRequest, reply: HttpReply, error: FastifyError | AppError): Promise<HttpReply> {
  const known = error instanceof AppError ? error : translate(app, error);
  return sendError(app, request, reply, known, String(reply.getHeader('x-request-id') ?? request.id));
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

function isSocketPath(url: string): boolean {
  return url.split('?')[0]!.replace(/\/$/, '') === SOCKET_PATH;
}

function noUpgrade(): AppError {
  return userError('api.web_socket.connect.upgrade.app_error', 'This address takes WebSocket connections only.');
}
