import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { expect, test } from 'vitest';
import { NOBODY } from '../context.ts';
import { Connection, wireFrame } from './connection.ts';
import { frameText, frameTextWith, type Frame } from './frame.ts';

function fakeSocket() {
  const written: Buffer[] = [];
  const socket = Object.assign(new EventEmitter(), { OPEN: 1, readyState: 1, bufferedAmount: 0, _socket: { write: (bytes: Buffer) => void written.push(bytes) }, terminate: () => (socket.readyState = 3), close: () => {}, send: () => {} });
  return { socket: socket as unknown as WebSocket & { bufferedAmount: number; readyState: number }, seqs: () => decode(Buffer.concat(written)).map((text) => (JSON.parse(text) as { seq: number }).seq), texts: () => decode(Buffer.concat(written)) };
}

function decode(bytes: Buffer): string[] {
  const out: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    expect(bytes[at]).toBe(0x81);
    let size = bytes[at + 1]!;
    at += 2;
    if (size === 126) (size = bytes.readUInt16BE(at)), (at += 2);
    else if (size === 127) (size = Number(bytes.readBigUInt64BE(at))), (at += 8);
    out.push(bytes.toString('utf8', at, at + size));
    at += size;
  }
  return out;
}

const frame = (text: string): Frame => ({ event: 'posted', data: { text }, topics: [] });
const bytes = (text: string) => Buffer.from(frameText(frame(text)));

// A connection that was greeted with event 0.
function begun(socket?: WebSocket) {
  const connection = new Connection('c', NOBODY);
  if (socket) connection.attach(socket);
  connection.begin(bytes('0'));
  return connection;
}

test('a frame of any size is read back as it was written, in any script', () => {
  for (const size of [1, 100, 125, 126, 1000, 65_535, 65_536, 200_000]) {
    const [text] = decode(wireFrame(bytes('ü'.repeat(size)), 7));
    expect(JSON.parse(text!)).toMatchObject({ event: 'posted', seq: 7, data: { text: 'ü'.repeat(size) } });
  }
});

test('fields for one person stand beside the common ones', () => {
  expect(JSON.parse(`${frameTextWith(frame('a'))({ mentions: '["x"]' })}1}`)).toMatchObject({ data: { text: 'a', mentions: '["x"]' }, seq: 1 });
  expect(JSON.parse(`${frameTextWith({ ...frame('a'), data: {} })({ mentions: '["x"]' })}1}`)).toMatchObject({ data: { mentions: '["x"]' } });
});

test('events are numbered from 0 and leave in one write', () => {
  const { socket, seqs } = fakeSocket();
  const connection = begun(socket);
  for (let i = 1; i < 5; i++) connection.push(bytes('a'), false);
  connection.flush();
  expect(seqs()).toEqual([0, 1, 2, 3, 4]);
});

test('a client that comes back gets exactly what it missed, with the same numbers', () => {
  const first = fakeSocket();
  const connection = begun(first.socket);
  for (let i = 1; i < 3; i++) connection.push(bytes(`${i}`), false);
  connection.flush();
  connection.detach(first.socket, 1);
  for (let i = 3; i < 6; i++) connection.push(bytes(`${i}`), false);
  const second = fakeSocket();
  expect(connection.canResume(2)).toBe(true);
  connection.attach(second.socket);
  connection.replay(2);
  expect(second.texts().map((text) => (JSON.parse(text) as { data: { text: string } }).data.text)).toEqual(['2', '3', '4', '5']);
  expect(second.seqs()).toEqual([2, 3, 4, 5]);
});

test('of what a client was sent the last 128 events are kept', () => {
  const connection = begun(fakeSocket().socket);
  for (let i = 1; i < 200; i++) connection.push(bytes('a'), false);
  expect(connection.canResume(71)).toBe(false);
  expect(connection.canResume(72)).toBe(true);
  expect(connection.canResume(200)).toBe(true);
  expect(connection.canResume(201)).toBe(false);
});

test('of what comes while a client is away 256 events are kept besides; with one more it must start anew', () => {
  const { socket } = fakeSocket();
  const connection = begun(socket);
  for (let i = 1; i < 200; i++) connection.push(bytes('a'), false);
  connection.detach(socket, 1);
  for (let i = 0; i < 256; i++) connection.push(bytes('b'), false);
  expect(connection.is_hopeless).toBe(false);
  expect(connection.canResume(71)).toBe(false);
  expect(connection.canResume(72)).toBe(true);
  connection.push(bytes('b'), false);
  expect(connection.is_hopeless).toBe(true);
});

test('a slow client loses typing first and is dropped in the end', () => {
  const { socket } = fakeSocket();
  const connection = begun(socket);
  socket.bufferedAmount = 300 * 1024;
  connection.push(bytes('typing'), true);
  expect(connection.seq).toBe(1);
  socket.bufferedAmount = 9 * 1024 * 1024;
  connection.push(bytes('post'), false);
  connection.flush();
  expect(socket.readyState).toBe(3);
});

test('the greeting is the first event whatever came before it', () => {
  const { socket, texts } = fakeSocket();
  const connection = new Connection('c', NOBODY);
  connection.push(bytes('early'), false);
  connection.attach(socket);
  connection.begin(bytes('hello'));
  expect(texts().map((text) => JSON.parse(text) as { seq: number; data: { text: string } }).map((f) => [f.seq, f.data.text])).toEqual([[0, 'hello'], [1, 'early']]);
});
