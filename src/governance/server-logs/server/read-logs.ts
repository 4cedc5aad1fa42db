import { open, stat } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { App } from '#kernel/server/index.ts';

const LEVELS: Readonly<Record<number, string>> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' };
const MAX_READ = 32 * 1024 * 1024;

export interface LogLine {
  readonly timestamp: string;
  readonly level: string;
  readonly msg: string;
  readonly caller: string;
  readonly [key: string]: unknown;
}

/** The last lines of the log file, the oldest first. */
export async function readLines(app: App): Promise<string[]> {
  if (!app.log_file) return [];
  const size = (await stat(app.log_file).catch(() => undefined))?.size ?? 0;
  if (!size) return [];
  const length = Math.min(size, MAX_READ);
  const file = await open(app.log_file, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length);
    const lines = buffer.subarray(0, bytesRead).toString('utf8').split('\n').filter(Boolean);
    return size > length ? lines.slice(1) : lines; // the first may be cut
  } finally {
    await file.close();
  }
}

/** The log file as a stream, and its size at this moment. */
export async function streamLog(app: App): Promise<{ bytes: Readable; size: number }> {
  const size = app.log_file ? ((await stat(app.log_file).catch(() => undefined))?.size ?? 0) : 0;
  return size ? { bytes: createReadStream(app.log_file!, { start: 0, end: size - 1 }), size } : { bytes: Readable.from([]), size: 0 };
}

/** One page of lines: page 0 holds the newest, in the order in which they were written. */
export function pageOf<T>(lines: readonly T[], page: number, per_page: number): T[] {
  const end = Math.max(0, lines.length - page * per_page);
  return lines.slice(Math.max(0, end - per_page), end);
}

/** A line in the words of the protocol. */
export function parseLine(line: string): LogLine {
  try {
    const { time, level, msg, ...rest } = JSON.parse(line) as Record<string, unknown>;
    return { ...rest, timestamp: String(time ?? ''), level: LEVELS[Number(level)] ?? String(level), msg: String(msg ?? ''), caller: '' };
  } catch {
    return { timestamp: '', level: 'info', msg: line, caller: '' };
  }
}
