import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Actor } from '../context.ts';

const REPLAY_FRAMES = 128;
// What may come for a client while it is away, besides what it was last sent.
const MAX_MISSED = 256;
const MAX_LAG_BYTES = 8 * 1024 * 1024;
const DROPPABLE_LAG_BYTES = 256 * 1024;

/** One client's WebSocket. It outlives a short break: the client comes back with its id and gets what it missed. */
export class Connection {
  readonly id: string;
  /** Who is connected; in another session after the client has come back with one. */
  actor: Actor;
  /** Whether the client says what it has notified of, as it asked to when it came. */
  is_acking = false;
  readonly topics = new Set<string>();
  /** Sequence number of the next event. */
  seq = 0;
  /** When the socket was lost, in ms; 0 while it is there. */
  lost_at = 0;
  #socket: WebSocket | null = null;
  #waiting: Buffer[] = [];
  #missed = 0;
  // Frames that came before the greeting, which must be the first.
  #early: Buffer[] | null = [];
  // The last frames without their numbers; the newest has number seq - 1.
  readonly #ring: Buffer[] = [];

  constructor(id: string, actor: Actor) {
    this.id = id;
    this.actor = actor;
  }

  get is_open(): boolean {
    return this.#socket !== null;
  }

  /** Whether so much came while the client was away that it must start anew. */
  get is_hopeless(): boolean {
    return this.#missed > MAX_MISSED;
  }

  attach(socket: WebSocket): void {
    this.#socket = socket;
    this.#missed = 0;
    this.lost_at = 0;
  }

  /** Sends the greeting and everything that came while the connection was being made. */
  begin(hello: Buffer): void {
    const early = this.#early ?? [];
    this.#early = null;
    for (const text of [hello, ...early]) this.push(text, false);
    this.flush();
  }

  /** Forgets the socket, if it is still this one. */
  detach(socket: WebSocket, now: number): boolean {
    if (this.#socket !== socket) return false;
    this.#socket = null;
    this.#waiting = [];
    this.lost_at = now;
    return true;
  }

  close(): void {
    this.#socket?.close();
  }

  /** Whether everything from `seq` on can still be sent again. */
  canResume(seq: number): boolean {
    return seq <= this.seq && seq >= this.seq - this.#ring.length;
  }

  /** Sends again everything from `seq` on. */
  replay(seq: number): void {
    const missed = this.seq - seq;
    this.#ring.slice(this.#ring.length - missed).forEach((text, i) => this.#waiting.push(wireFrame(text, seq + i)));
    this.flush();
  }

  /** Numbers a frame and queues it. Returns true if the connection must be flushed. */
  push(text: Buffer, is_droppable: boolean): boolean {
    if (this.#early) {
      this.#early.push(text);
      return false;
    }
    const socket = this.#socket;
    if (socket && is_droppable && socket.bufferedAmount > DROPPABLE_LAG_BYTES) return false;
    const seq = this.seq++;
    if (!socket) this.#missed++;
    while (this.#ring.length >= REPLAY_FRAMES + this.#missed) this.#ring.shift();
    this.#ring.push(text);
    if (!socket) return false;
    this.#waiting.push(wireFrame(text, seq));
    return this.#waiting.length === 1;
  }

  /** Writes everything that waits with one call. A client that cannot keep up is dropped and may come back. */
  flush(): void {
    const socket = this.#socket;
    const waiting = this.#waiting;
    if (!waiting.length || !socket) return;
    this.#waiting = [];
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > MAX_LAG_BYTES) return socket.terminate();
    rawSocket(socket).write(waiting.length === 1 ? waiting[0]! : Buffer.concat(waiting));
  }

  /** An answer to the client's own request: it has no number and is never sent again. */
  reply(body: object): void {
    this.flush();
    if (this.#socket?.readyState === 1) this.#socket.send(JSON.stringify(body));
  }
}

// ws would frame each message in a write of its own. Our frames are whole, unmasked and uncompressed, so they may go
// to its socket together: a third of the cost when several wait. ws itself writes synchronously without compression.
function rawSocket(socket: WebSocket): Socket {
  return (socket as unknown as { _socket: Socket })._socket;
}

/** A WebSocket text frame (RFC 6455 §5.2) of `text`, the number and the closing brace. */
export function wireFrame(text: Buffer, seq: number): Buffer {
  const tail = `${seq}}`;
  const size = text.length + tail.length;
  const head = size < 126 ? 2 : size < 65_536 ? 4 : 10;
  const out = Buffer.allocUnsafe(head + size);
  out[0] = 0x81;
  if (head === 2) out[1] = size;
  else if (head === 4) {
    out[1] = 126;
    out.writeUInt16BE(size, 2);
  } else {
    out[1] = 127;
    out.writeBigUInt64BE(BigInt(size), 2);
  }
  text.copy(out, head);
  out.write(tail, head + text.length, 'latin1');
  return out;
}
