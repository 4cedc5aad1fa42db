import WebSocket from 'ws';

/** A frame as a client gets it; `data` of an event, or of an answer. */
export interface HeardFrame {
  readonly event?: string;
  readonly data?: any;
  readonly broadcast?: any;
  readonly seq?: number;
  readonly seq_reply?: number;
  readonly status?: string;
  readonly error?: { readonly id: string };
}

/** A WebSocket of the protocol that remembers what it heard. */
export interface TestSocket {
  readonly heard: readonly HeardFrame[];
  /** The first frame heard so far, or to come, that fits. */
  until(fits: (frame: HeardFrame) => boolean): Promise<HeardFrame>;
  /** The first event of this name. */
  untilEvent(name: string): Promise<HeardFrame>;
  /** Sends an action and gives its answer. */
  ask(action: string, data?: object): Promise<HeardFrame>;
  readonly closed: Promise<void>;
  close(): void;
}

/** Connects with a token; ready once the server has said hello. */
export async function openSocket(server: { readonly url: string }, token: string): Promise<TestSocket> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/api/v4/websocket`, { headers: { authorization: `Bearer ${token}` } });
  const heard: HeardFrame[] = [];
  const waiting = new Set<(frame: HeardFrame) => void>();
  socket.on('message', (text) => {
    const frame = JSON.parse(String(text)) as HeardFrame;
    heard.push(frame);
    for (const tell of waiting) tell(frame);
  });
  const until = (fits: (frame: HeardFrame) => boolean): Promise<HeardFrame> => {
    const known = heard.find(fits);
    if (known) return Promise.resolve(known);
    return new Promise((resolve) => {
      const tell = (frame: HeardFrame) => {
        if (!fits(frame)) return;
        waiting.delete(tell);
        resolve(frame);
      };
      waiting.add(tell);
    });
  };
  let seq = 0;
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  await new Promise((resolve, reject) => {
    socket.on('error', reject);
    void until((frame) => frame.event === 'hello').then(resolve);
  });
  return {
    heard,
    until,
    untilEvent: (name) => until((frame) => frame.event === name),
    ask: (action, data = {}) => {
      const mine = ++seq;
      socket.send(JSON.stringify({ action, seq: mine, data }));
      return until((frame) => frame.seq_reply === mine);
    },
    closed,
    close: () => socket.close(),
  };
}
