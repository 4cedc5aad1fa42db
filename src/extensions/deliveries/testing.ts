import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call that a receiver got. */
export interface Call {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Receiver {
  readonly url: string;
  /** What came, in order. */
  readonly calls: Call[];
  /** How it answers from now on: a status with a body, or whatever the function does. */
  answer: (call: Call, reply: ServerResponse) => void;
  /** Resolves once so many calls have come. */
  until(count: number): Promise<Call[]>;
  close(): Promise<void>;
}

/** A program of somebody else that is called: listens on loopback and notes what comes. */
export async function startReceiver(port = 0): Promise<Receiver> {
  const calls: Call[] = [];
  let waiting: (() => void)[] = [];
  const server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const call = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() };
      calls.push(call);
      receiver.answer(call, reply);
      for (const ring of waiting.splice(0)) ring();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    answer: (_call, reply) => reply.end('{}'),
    until: async (count) => {
      while (calls.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
      return calls;
    },
    close: async () => {
      waiting = [];
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}

/** Answers with a status and a body. */
export function answerWith(status: number, body: unknown = {}, headers: Record<string, string> = {}): Receiver['answer'] {
  return (_call, reply) => void reply.writeHead(status, { 'content-type': 'application/json', ...headers }).end(typeof body === 'string' ? body : JSON.stringify(body));
}
