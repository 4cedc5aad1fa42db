import type { IncomingMessage } from 'node:http';
import type { Origin } from '../context.ts';
import { newId } from '../ids.ts';

// Only a proxy on this machine may speak for others: from anywhere else the header could be anybody's invention.
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** Where a request came from. Behind a proxy of this machine the address is the one that the proxy names. */
export function originOf(request: IncomingMessage): Origin {
  const header = (name: string): string => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : '';
  };
  const remote = request.socket.remoteAddress ?? '';
  const connection_id = header('connection-id');
  return {
    request_id: newId(),
    ip: (LOOPBACK.test(remote) && header('x-forwarded-for').split(',').at(-1)!.trim().slice(0, 64)) || remote,
    user_agent: header('user-agent').slice(0, 512),
    connection_id: connection_id.length === 26 ? connection_id : '',
    locale: header('accept-language').slice(0, 2).toLowerCase() || 'en',
  };
}
