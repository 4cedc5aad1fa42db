import http from 'node:http';

/** An answer of the server. `body` is its JSON, undefined where it is none. */
export interface Answer<T = any> {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
  readonly bytes: Buffer;
  readonly body: T;
}

export interface CallOptions {
  readonly token?: string | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly raw?: string | Buffer | FormData | AsyncIterable<Buffer>;
  readonly headers?: Record<string, string>;
  readonly agent?: http.Agent;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

/** One request. The path is sent as it is written: nothing is normalised, so that `..` reaches the server. */
export async function call<T = any>(url: string, method: string, path: string, options: CallOptions = {}): Promise<Answer<T>> {
  const { headers, chunks } = await payloadOf(options);
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const request = http.request({ agent: options.agent ?? agent, host: hostname, port, method, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => resolve(answerOf<T>(response, Buffer.concat(parts))));
    });
    request.on('error', reject);
    void send(request, chunks).catch(reject);
  });
}

function answerOf<T>(response: http.IncomingMessage, bytes: Buffer): Answer<T> {
  const text = bytes.toString('utf8');
  const is_json = String(response.headers['content-type'] ?? '').includes('json') && !response.headers['content-encoding'];
  return { status: response.statusCode ?? 0, headers: response.headers, text, bytes, body: (is_json && text ? JSON.parse(text) : undefined) as T };
}

async function payloadOf(options: CallOptions): Promise<{ headers: Record<string, string>; chunks: AsyncIterable<Buffer> | Buffer | undefined }> {
  const headers: Record<string, string> = { 'x-requested-with': 'XMLHttpRequest', ...(options.token && { authorization: `Bearer ${options.token}` }) };
  const { raw } = options;
  if (raw instanceof FormData) {
    const form = new Response(raw);
    return { headers: { ...headers, 'content-type': form.headers.get('content-type')!, ...options.headers }, chunks: Buffer.from(await form.arrayBuffer()) };
  }
  if (raw !== undefined && typeof raw !== 'string' && !Buffer.isBuffer(raw)) return { headers: { ...headers, ...options.headers }, chunks: raw };
  const text = raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  const json = text === undefined ? undefined : { 'content-type': 'application/json' };
  return { headers: { ...headers, ...json, ...options.headers }, chunks: text === undefined ? undefined : Buffer.from(text as string) };
}

async function send(request: http.ClientRequest, chunks: AsyncIterable<Buffer> | Buffer | undefined): Promise<void> {
  if (Buffer.isBuffer(chunks)) {
    request.setHeader('content-length', chunks.length);
    request.end(chunks);
    return;
  }
  if (chunks) {
    for await (const chunk of chunks) {
      if (request.destroyed || request.writableEnded) return;
      if (!request.write(chunk)) await Promise.race([onceOf(request, 'drain'), onceOf(request, 'close'), onceOf(request, 'response')]);
    }
  }
  if (!request.destroyed) request.end();
}

function onceOf(request: http.ClientRequest, event: string): Promise<void> {
  return new Promise((resolve) => request.once(event, () => resolve()));
}
