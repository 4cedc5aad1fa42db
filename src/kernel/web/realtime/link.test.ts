import { afterEach, beforeEach, describe, expect, it, vi, type Mock } from 'vitest';
import { RealtimeLink, type LinkHooks } from './link.ts';
import { realtimeState } from './realtime.state.ts';

class FakeSocket {
  static readonly OPEN = 1;
  static all: FakeSocket[] = [];
  readyState = 0;
  readonly url: string;
  sent: string[] = [];
  closed_with: number | undefined;
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  constructor(url: string) {
    this.url = url;
    FakeSocket.all.push(this);
  }
  open(): void {
    this.readyState = 1;
    this.onopen?.();
  }
  say(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  send(text: string): void {
    this.sent.push(text);
  }
  close(code?: number): void {
    this.closed_with = code;
  }
  lose(): void {
    this.readyState = 3;
    this.onclose?.();
  }
  get query(): URLSearchParams {
    return new URL(this.url).searchParams;
  }
}

const latest = (): FakeSocket => FakeSocket.all.at(-1)!;
let page: EventTarget;
let hooks: { [K in keyof LinkHooks]: Mock<LinkHooks[K]> };
let link: RealtimeLink;

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('window', page);
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  vi.stubGlobal('location', { protocol: 'https:', host: 'chat.example' });
  FakeSocket.all = [];
  hooks = {
    on_event: vi.fn<LinkHooks['on_event']>(),
    on_reply: vi.fn<LinkHooks['on_reply']>(),
    on_lost: vi.fn<LinkHooks['on_lost']>(),
    ping: vi.fn<LinkHooks['ping']>(() => Promise.resolve({})),
  };
  link = new RealtimeLink(hooks);
  link.open();
});

afterEach(() => {
  link.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function greet(connection_id = 'c1'): void {
  latest().open();
  latest().say({ event: 'hello', data: { connection_id }, broadcast: {}, seq: 0 });
  realtimeState.setState({ connection_id });
}

describe('the connection of the page', () => {
  it('hands on events and answers and says that it is there', () => {
    expect(latest().url).toBe('wss://chat.example/api/v4/websocket?connection_id=&sequence_number=0');
    greet();
    latest().say({ event: 'posted', data: {}, broadcast: {}, seq: 1 });
    latest().say({ status: 'OK', seq_reply: 1 });
    expect(hooks.on_event).toHaveBeenCalledTimes(2);
    expect(hooks.on_reply).toHaveBeenCalledTimes(1);
    expect(realtimeState.getState().status).toBe('online');
  });

  it('comes back with its name and the number it expects, after a pause', () => {
    greet();
    latest().say({ event: 'posted', data: {}, broadcast: {}, seq: 1 });
    latest().lose();
    expect(realtimeState.getState().status).toBe('offline');
    expect(FakeSocket.all).toHaveLength(1);
    vi.advanceTimersByTime(500);
    expect(FakeSocket.all).toHaveLength(2);
    expect(latest().query.get('connection_id')).toBe('c1');
    expect(latest().query.get('sequence_number')).toBe('2');
  });

  it('goes on where it was when the server resumes without a greeting', () => {
    greet();
    latest().lose();
    vi.advanceTimersByTime(500);
    latest().open();
    latest().say({ event: 'posted', data: {}, broadcast: {}, seq: 1 });
    expect(hooks.on_event).toHaveBeenCalledTimes(2);
    expect(realtimeState.getState().lost_at).toBe(0);
  });

  it('begins to count anew when the server greets again', () => {
    greet();
    latest().say({ event: 'posted', data: {}, broadcast: {}, seq: 1 });
    latest().lose();
    vi.advanceTimersByTime(500);
    greet('c2');
    latest().say({ event: 'posted', data: {}, broadcast: {}, seq: 1 });
    expect(hooks.on_event).toHaveBeenCalledTimes(4);
    expect(latest().closed_with).toBeUndefined();
  });

  it('drops a connection that lost an event and asks for it again', () => {
    greet();
    const socket = latest();
    socket.say({ event: 'posted', data: {}, broadcast: {}, seq: 3 });
    expect(socket.closed_with).toBe(4001);
    expect(hooks.on_event).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(500);
    expect(latest().query.get('sequence_number')).toBe('1');
  });

  it('waits longer each time, up to half a minute', () => {
    const waits: number[] = [];
    for (let i = 0; i < 10; i++) {
      latest().lose();
      const count = FakeSocket.all.length;
      let waited = 0;
      while (FakeSocket.all.length === count) {
        vi.advanceTimersByTime(50);
        waited += 50;
      }
      waits.push(waited);
    }
    expect(waits[0]).toBeLessThanOrEqual(500);
    expect(waits.at(-1)).toBeGreaterThanOrEqual(15_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(30_050);
  });

  it('tries at once when the network is back', () => {
    greet();
    latest().lose();
    page.dispatchEvent(new Event('online'));
    expect(FakeSocket.all).toHaveLength(2);
  });

  it('drops a connection that does not answer a ping', async () => {
    greet();
    const socket = latest();
    hooks.ping.mockImplementation(() => Promise.reject(new Error('no answer')));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(socket.closed_with).toBe(4000);
    expect(realtimeState.getState().status).toBe('offline');
  });

  it('does not come back after it was closed', () => {
    greet();
    link.close();
    vi.advanceTimersByTime(60_000);
    page.dispatchEvent(new Event('online'));
    expect(FakeSocket.all).toHaveLength(1);
    expect(link.write({ action: 'ping', seq: 1 })).toBe(false);
  });
});
