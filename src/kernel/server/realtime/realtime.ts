import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { App } from '../app.ts';
import { isOriginAllowed } from '../http/cors.ts';
import { welcome } from './client.ts';

const PATH = '/api/v4/websocket';
const MAX_CLIENT_FRAME = 8 * 1024; // SocketMaxMessageSizeKb of the protocol

/** How long the server waits for its clients, in ms. */
export interface RealtimeTiming {
  /** A connection without a session is closed then. */
  readonly auth_deadline_ms: number;
  readonly ping_every_ms: number;
  /** A client that has not answered a ping for so long is gone. */
  readonly pong_wait_ms: number;
}

const TIMING: RealtimeTiming = { auth_deadline_ms: 5_000, ping_every_ms: 60_000, pong_wait_ms: 100_000 };

/** Serves the WebSocket of the protocol on an HTTP server. Returns what closes it. */
export function serveRealtime(app: App, server: Server, own_timing: Partial<RealtimeTiming> = {}): () => void {
  const timing = { ...TIMING, ...own_timing };
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MAX_CLIENT_FRAME });
  const heard_at = new WeakMap<WebSocket, number>();
  server.on('upgrade', (request, duplex, head) => {
    const refusal = refusalOf(app, request);
    if (refusal) return refuse(duplex, refusal);
    sockets.handleUpgrade(request, duplex, head, (socket) => {
      heard_at.set(socket, performance.now());
      socket.on('pong', () => heard_at.set(socket, performance.now()));
      welcome(app, socket, request, timing.auth_deadline_ms);
    });
  });
  const pinger = setInterval(() => {
    for (const socket of sockets.clients) {
      if (performance.now() - heard_at.get(socket)! > timing.pong_wait_ms) socket.terminate();
      else socket.ping();
    }
  }, timing.ping_every_ms).unref();
  return () => {
    clearInterval(pinger);
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

function refusalOf(app: App, request: IncomingMessage): string | undefined {
  const { pathname } = new URL(request.url ?? '/', 'http://local');
  if (pathname.replace(/\/$/, '') !== PATH) return '404 Not Found';
  return isOriginAllowed(app, request) ? undefined : '403 Forbidden';
}

function refuse(duplex: Duplex, status: string): void {
  duplex.on('error', () => duplex.destroy());
  duplex.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
