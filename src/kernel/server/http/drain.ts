import type { IncomingMessage } from 'node:http';

const TIME_LIMIT_MS = 10_000;
const MAX_BYTES = 16 * 1024 * 1024;

/** Reads what is still on its way to nowhere, so that an early refusal gets through; who goes on sending is cut off. */
export function drain(request: IncomingMessage): void {
  if (request.complete) return;
  let size = 0;
  const cut = () => request.complete || request.destroy();
  request.on('data', (chunk: Buffer) => (size += chunk.length) > MAX_BYTES && cut());
  request.resume(); // it may have been paused by who read it before
  setTimeout(cut, TIME_LIMIT_MS).unref();
}
