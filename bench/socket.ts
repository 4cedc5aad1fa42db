import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const OPCODE_TEXT = 1;
const OPCODE_PING = 9;

/**
 * A WebSocket that only receives. It hands over each frame as bytes: parsing JSON a thousand times for each message
 * would make the bench slower than the server.
 */
export class Listener {
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #on_frame: (frame: Buffer) => void;

  private constructor(socket: Socket, on_frame: (frame: Buffer) => void) {
    this.#socket = socket;
    this.#on_frame = on_frame;
  }

  /** Opens a connection and waits for its first frame, the server's hello. */
  static open(host: string, port: number, token: string, on_frame: (frame: Buffer) => void): Promise<Listener> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host, port, noDelay: true });
      const listener = new Listener(socket, () => {
        listener.#on_frame = on_frame;
        resolve(listener);
      });
      let upgraded = false;
      socket.on('error', reject);
      socket.on('close', () => reject(new Error('the server closed the WebSocket')));
      socket.on('data', (chunk) => {
        if (upgraded) return listener.#receive(chunk);
        const end = chunk.indexOf('\r\n\r\n');
        if (!chunk.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101')) || end < 0) return reject(new Error(`no WebSocket: ${chunk.toString('latin1').slice(0, 80)}`));
        upgraded = true;
        if (chunk.length > end + 4) listener.#receive(chunk.subarray(end + 4));
      });
      socket.write(`GET /api/v4/websocket HTTP/1.1\r\nHost: ${host}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nAuthorization: Bearer ${token}\r\n\r\n`);
    });
  }

  /** Frames go here from now on. */
  listen(on_frame: (frame: Buffer) => void): void {
    this.#on_frame = on_frame;
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    let buffer = this.#received.length ? Buffer.concat([this.#received, chunk]) : chunk;
    for (;;) {
      if (buffer.length < 2) break;
      let length = buffer[1]! & 0x7f;
      let head = 2;
      if (length === 126) {
        if (buffer.length < 4) break;
        length = buffer.readUInt16BE(2);
        head = 4;
      } else if (length === 127) {
        if (buffer.length < 10) break;
        length = Number(buffer.readBigUInt64BE(2));
        head = 10;
      }
      if (buffer.length < head + length) break;
      const opcode = buffer[0]! & 0x0f;
      if (opcode === OPCODE_TEXT) this.#on_frame(buffer.subarray(head, head + length));
      else if (opcode === OPCODE_PING) this.#socket.write(Buffer.from([0x8a, 0x80, 0, 0, 0, 0]));
      buffer = buffer.subarray(head + length);
    }
    this.#received = buffer;
  }
}
