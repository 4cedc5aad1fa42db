import { connect, type Socket } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
  readonly head: string;
}

/**
 * One keep-alive HTTP connection, one request at a time. Written on the socket itself: node's own client costs more
 * than some of the calls that are measured here, and both share the machine's cores.
 */
export class HttpLane {
  readonly #host: string;
  readonly #port: number;
  #socket: Socket | null = null;
  #received: Buffer = Buffer.alloc(0);
  #done: ((answer: Answer) => void) | null = null;
  #fail: ((error: Error) => void) | null = null;

  constructor(host: string, port: number) {
    this.#host = host;
    this.#port = port;
  }

  request(method: string, path: string, token = '', body?: unknown): Promise<Answer> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const head = `${method} ${path} HTTP/1.1\r\nHost: ${this.#host}:${this.#port}\r\n${token ? `Authorization: Bearer ${token}\r\n` : ''}${text ? 'Content-Type: application/json\r\n' : ''}Content-Length: ${Buffer.byteLength(text)}\r\n\r\n`;
    return new Promise((resolve, reject) => {
      this.#done = resolve;
      this.#fail = reject;
      this.#open().write(head + text);
    });
  }

  close(): void {
    this.#socket?.destroy();
    this.#socket = null;
  }

  #open(): Socket {
    if (this.#socket) return this.#socket;
    const socket = connect({ host: this.#host, port: this.#port, noDelay: true });
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('error', (error) => this.#broken(error));
    socket.on('close', () => this.#broken(new Error('the server closed the connection')));
    return (this.#socket = socket);
  }

  #broken(error: Error): void {
    this.#socket = null;
    this.#received = Buffer.alloc(0);
    this.#fail?.(error);
    this.#fail = this.#done = null;
  }

  #receive(chunk: Buffer): void {
    this.#received = this.#received.length ? Buffer.concat([this.#received, chunk]) : chunk;
    const end = this.#received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#received.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#received.length < end + 4 + length) return;
    const body = this.#received.subarray(end + 4, end + 4 + length);
    this.#received = this.#received.subarray(end + 4 + length);
    const done = this.#done;
    this.#done = this.#fail = null;
    done?.({ status: Number(head.slice(9, 12)), body, head });
  }
}

/** Several lanes that take turns. */
export class HttpClient {
  readonly #lanes: HttpLane[];
  readonly #free: HttpLane[];
  readonly #waiting: ((lane: HttpLane) => void)[] = [];

  constructor(host: string, port: number, lanes: number) {
    this.#lanes = Array.from({ length: lanes }, () => new HttpLane(host, port));
    this.#free = [...this.#lanes];
  }

  async request(method: string, path: string, token = '', body?: unknown): Promise<Answer> {
    const lane = this.#free.pop() ?? (await new Promise<HttpLane>((resolve) => this.#waiting.push(resolve)));
    try {
      return await lane.request(method, path, token, body);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(lane);
      else this.#free.push(lane);
    }
  }

  /** The answer's JSON; anything but success ends the bench with what the server said. */
  async json<T = any>(method: string, path: string, token = '', body?: unknown): Promise<T> {
    const answer = await this.request(method, path, token, body);
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.body.toString('utf8').slice(0, 300)}`);
    return JSON.parse(answer.body.toString('utf8')) as T;
  }

  close(): void {
    for (const lane of this.#lanes) lane.close();
  }
}
