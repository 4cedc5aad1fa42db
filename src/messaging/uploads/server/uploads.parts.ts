import { Readable } from 'node:stream';
import type { App } from '#kernel/server/index.ts';
import type { SessionRow } from './uploads.store.ts';

/** Where the pieces of a file lie until all are there. */
export const folderOfParts = (id: string): string => `pieces/${id}`;

/** Keeps what comes of the next piece, also if the connection breaks off. Never more than `limit` bytes. Returns how many there are. */
export async function storePart(app: App, { id, file_offset }: SessionRow, bytes: Readable, limit: number): Promise<number> {
  return app.files.write(`${folderOfParts(id)}/${file_offset}`, Readable.from(whatComes(bytes, limit), { objectMode: false }));
}

/** The whole file, piece by piece. */
export function joinParts(app: App, { id, parts }: SessionRow): Readable {
  return Readable.from(inOrder(app, id, parts), { objectMode: false });
}

async function* whatComes(bytes: Readable, limit: number): AsyncGenerator<Buffer> {
  let size = 0;
  try {
    for await (const chunk of bytes.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      const kept = chunk.subarray(0, limit - size);
      size += kept.length;
      if (kept.length) yield kept;
      if (size >= limit) return;
    }
  } catch {
    // The connection broke off: what is there stays, and the client goes on after it.
  }
}

async function* inOrder(app: App, id: string, parts: readonly number[]): AsyncGenerator<Buffer> {
  for (const offset of [...parts].sort((a, b) => a - b)) yield* app.files.read(`${folderOfParts(id)}/${offset}`) as AsyncIterable<Buffer>;
}
