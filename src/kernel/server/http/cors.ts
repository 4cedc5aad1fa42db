import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import { corsCredentials, corsDebug, corsExposedHeaders, corsFrom } from './http.settings.ts';

const METHODS = 'POST, GET, OPTIONS, PUT, PATCH, DELETE';
const KEEP_S = 86_400;

/** Whether a browser's page may open a socket here: one of this server, or of a site that the setting names. */
export function isOriginAllowed(app: App, request: IncomingMessage): boolean {
  const { origin } = request.headers;
  if (!origin || origin === app.site_url || isNamed(app, origin)) return true;
  return app.settings.get(corsFrom) === '' && URL.canParse(origin) && new URL(origin).host === request.headers.host;
}

/** Lets pages of the sites in the setting read the answer. Returns true if this was only the browser's question whether it may ask. */
export function allowOrigin(app: App, request: FastifyRequest, reply: FastifyReply): boolean {
  const { origin } = request.headers;
  const sites = app.settings.get(corsFrom);
  if (!sites || !origin) return false;
  reply.header('vary', 'Origin');
  const is_allowed = isNamed(app, origin);
  if (app.settings.get(corsDebug)) app.log.info({ origin, method: request.method, url: request.url.split('?')[0], is_allowed }, 'a call from another site');
  const is_question = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
  if (!is_allowed) return is_question;
  reply.header('access-control-allow-origin', sites.trim() === '*' ? '*' : origin);
  if (app.settings.get(corsCredentials)) reply.header('access-control-allow-credentials', 'true');
  if (is_question) {
    reply.headers({ 'access-control-allow-methods': METHODS, 'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '', 'access-control-max-age': String(KEEP_S) });
    return true;
  }
  const exposed = app.settings.get(corsExposedHeaders).trim();
  if (exposed) reply.header('access-control-expose-headers', exposed.split(/\s+/).join(', '));
  return false;
}

// A name may hold one `*`, such as https://*.example.com.
function isNamed(app: App, origin: string): boolean {
  const names = app.settings.get(corsFrom).trim().toLowerCase().split(/\s+/).filter(Boolean);
  const asked = origin.toLowerCase();
  return names.some((name) => {
    const [head, tail] = name.split('*') as [string, string | undefined];
    return tail === undefined ? asked === name : asked.length >= head.length + tail.length && asked.startsWith(head) && asked.endsWith(tail);
  });
}
