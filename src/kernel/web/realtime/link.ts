import type { WebSocketEvent, WebSocketReply, WebSocketRequest } from '#kernel/wire/index.ts';
import { openSocket, takeSocket } from '../ahead.ts';
import { realtimeState } from './realtime.state.ts';

const PING_EVERY_MS = 30_000;
const FIRST_RETRY_MS = 500;
const MAX_RETRY_MS = 30_000;
// The protocol's own close codes of a client.
const CLOSE_PING_TIMEOUT = 4000;
const CLOSE_SEQUENCE_GAP = 4001;

export type LinkHooks = {
  on_event: (event: WebSocketEvent) => void;
  on_reply: (reply: WebSocketReply) => void;
  on_lost: () => void;
  /** Resolves when the server has answered. */
  ping: () => Promise<unknown>;
};

/** Keeps a socket open: counts events, notices silence and gaps, comes back with what it missed. */
export class RealtimeLink {
  readonly #hooks: LinkHooks;
  #socket: WebSocket | null = null;
  #is_wanted = false;
  #next_seq = 0;
  #failures = 0;
  #retry_timer: ReturnType<typeof setTimeout> | undefined;
  #ping_timer: ReturnType<typeof setInterval> | undefined;

  constructor(hooks: LinkHooks) {
    this.#hooks = hooks;
  }

  open(): void {
    if (this.#is_wanted) return;
    this.#is_wanted = true;
    window.addEventListener('online', this.#hurry);
    document.addEventListener('visibilitychange', this.#hurry);
    this.#connect();
  }

  close(): void {
    this.#is_wanted = false;
    window.removeEventListener('online', this.#hurry);
    document.removeEventListener('visibilitychange', this.#hurry);
    clearTimeout(this.#retry_timer);
    this.#drop(1000);
    this.#next_seq = 0;
    this.#failures = 0;
    realtimeState.setState({ status: 'connecting', connection_id: '', lost_at: 0 });
  }

  /** False when there is no open socket. */
  write(request: WebSocketRequest): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(request));
    return true;
  }

  #connect(): void {
    clearTimeout(this.#retry_timer);
    const early = takeSocket();
    const socket = early?.socket ?? openSocket(realtimeState.getState().connection_id, this.#next_seq);
    this.#socket = socket;
    realtimeState.setState({ status: 'connecting' });
    socket.onopen = () => this.#opened(socket);
    socket.onmessage = (message) => this.#socket === socket && this.#read(String(message.data));
    socket.onclose = () => this.#socket === socket && this.#lost();
    if (socket.readyState === WebSocket.OPEN) this.#opened(socket);
    for (const frame of early?.frames ?? []) this.#read(frame);
  }

  #opened(socket: WebSocket): void {
    if (this.#socket !== socket) return;
    this.#failures = 0;
    realtimeState.setState({ status: 'online', lost_at: 0 });
    clearInterval(this.#ping_timer);
    this.#ping_timer = setInterval(() => this.#ping(socket), PING_EVERY_MS);
  }

  #ping(socket: WebSocket): void {
    this.#hooks.ping().catch(() => {
      if (this.#socket !== socket) return;
      this.#drop(CLOSE_PING_TIMEOUT);
      this.#lost();
    });
  }

  #read(text: string): void {
    const frame = JSON.parse(text) as WebSocketEvent & WebSocketReply;
    if (frame.seq_reply) return this.#hooks.on_reply(frame);
    if (!frame.event) return;
    // A hello begins a new count: the server could not resume the old one.
    if (frame.event === 'hello') this.#next_seq = 0;
    if (frame.seq !== this.#next_seq) {
      this.#drop(CLOSE_SEQUENCE_GAP);
      return this.#lost();
    }
    this.#next_seq = frame.seq + 1;
    this.#hooks.on_event(frame);
  }

  #drop(code: number): void {
    clearInterval(this.#ping_timer);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close(code);
  }

  #lost(): void {
    clearInterval(this.#ping_timer);
    this.#socket = null;
    this.#hooks.on_lost();
    if (!this.#is_wanted) return;
    const { lost_at } = realtimeState.getState();
    realtimeState.setState({ status: 'offline', lost_at: lost_at || Date.now() });
    const longest = Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#failures++);
    this.#retry_timer = setTimeout(() => this.#connect(), longest / 2 + Math.random() * (longest / 2));
  }

  // The network or the person is back: waiting out the delay would be pointless.
  readonly #hurry = (): void => {
    if (document.visibilityState === 'hidden' || realtimeState.getState().status !== 'offline') return;
    this.#failures = 0;
    this.#connect();
  };
}
