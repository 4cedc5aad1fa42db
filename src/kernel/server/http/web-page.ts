import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { App } from '../app.ts';
import { notFoundError } from '../errors.ts';
import { frameAncestors } from './http.settings.ts';

const CSP = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'";

/**
 * Serves the built page from `dir`: its assets, compressed beforehand, and its first document for every address that
 * no route knows, so that deep links work.
 */
export async function serveWebPage(app: App, http: FastifyInstance, dir: string): Promise<(reply: FastifyReply) => FastifyReply> {
  if (!existsSync(path.join(dir, 'index.html'))) throw new Error(`the page is not built: ${dir} holds no index.html. Run "npm run build".`);
  await http.register(fastifyStatic, {
    root: dir,
    wildcard: false,
    preCompressed: true,
    cacheControl: false, // set below; its own would win
    index: false,
    setHeaders: (response, file) => {
      response.setHeader('cache-control', file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache');
      response.setHeader('x-content-type-options', 'nosniff');
    },
  });
  const page = readFileSync(path.join(dir, 'index.html'));
  return (reply) =>
    reply.code(200).headers({ ...framing(app), 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }).type('text/html; charset=utf-8').send(page);
}

// Nobody may show the page in a frame, except for whom the setting names.
function framing(app: App): Record<string, string> {
  const sites = app.settings.get(frameAncestors).replace(/[;,\r\n]/g, ' ').trim();
  return sites ? { 'content-security-policy': `${CSP}; frame-ancestors 'self' ${sites}` } : { 'content-security-policy': `${CSP}; frame-ancestors 'none'`, 'x-frame-options': 'DENY' };
}

type PageSender = (reply: FastifyReply) => FastifyReply;
const senders = new WeakMap<object, PageSender>();

/** From now on routes of this server can answer with the page. */
export function offerWebPage(http: FastifyInstance, send: PageSender): void {
  senders.set(http.server, send);
}

/** Answers with the built page, whose own routes then show what belongs to the address. */
export function sendWebPage(reply: FastifyReply): FastifyReply {
  const send = senders.get(reply.server.server);
  if (!send) throw notFoundError();
  return send(reply);
}
