import type { IncomingMessage } from 'node:http';
import type { App } from '../app.ts';
import type { Origin } from '../context.ts';
import { newId } from '../ids.ts';
import { trustedProxyHeaders } from './http.settings.ts';

// Only a proxy on this machine may speak for others unless the operator says more: from anywhere else the header could be anybody's invention.
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
const MAX_ADDRESS = 64;

/** Where a request came from. */
export function originOf(app: App, request: IncomingMessage): Origin {
  const connection_id = headerOf(request, 'connection-id');
  return {
    request_id: newId(),
    ip: addressOf(app, request),
    user_agent: headerOf(request, 'user-agent').slice(0, 512),
    connection_id: connection_id.length === 26 ? connection_id : '',
    locale: headerOf(request, 'accept-language').slice(0, 2).toLowerCase() || 'en',
  };
}

/** The caller's address. Behind a proxy of this machine, or one that the setting names headers of, the address that the proxy names. */
export function addressOf(app: App, request: IncomingMessage): string {
  const remote = request.socket.remoteAddress ?? '';
  const trusted = app.settings.get(trustedProxyHeaders);
  for (const name of trusted) {
    const first = headerOf(request, name.toLowerCase()).split(/[\s,]+/).find(Boolean);
    if (first) return first.slice(0, MAX_ADDRESS);
  }
  return (!trusted.length && LOOPBACK.test(remote) && headerOf(request, 'x-forwarded-for').split(',').at(-1)!.trim().slice(0, MAX_ADDRESS)) || remote;
}

function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}
