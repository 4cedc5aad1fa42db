import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import busboy, { type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy';
import { AppError, drain, newId, userError, type Ctx } from '#kernel/server/index.ts';
import { files_per_post_max } from '../wire/index.ts';
import { HEAD_BYTES } from './files.mime.ts';
import { folderOf, originalPath } from './files.paths.ts';
import { cleanFileName } from './files.rules.ts';
import { removeFiles, reserveFile } from './files.store.ts';

const IDLE_MS = 60_000;

/** A file whose bytes are stored, but which nobody sees yet. */
export interface StoredFile {
  readonly id: string;
  readonly create_at: number;
  readonly name: string;
  readonly size: number;
  readonly head: Buffer;
}

/** What an upload has brought so far. */
export interface Upload {
  readonly files: StoredFile[];
  readonly fields: { readonly channel_ids: string[]; readonly client_ids: string[] };
}

/** Refuses bytes after the last allowed one, while they arrive, and keeps the first ones in `head`. */
async function* metered(bytes: Readable, name: string, limit: number, head: { bytes: Buffer }): AsyncGenerator<Buffer> {
  let size = 0;
  // A request that is destroyed takes its connection along, and with it the answer.
  for await (const chunk of bytes.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    if (head.bytes.length < HEAD_BYTES) head.bytes = Buffer.concat([head.bytes, chunk]).subarray(0, HEAD_BYTES);
    size += chunk.length;
    if (size > limit) throw userError('api.file.upload_file.too_large_detailed.app_error', `${name} is larger than the ${limit} bytes that are allowed.`, 413);
    yield chunk;
  }
}

/** Streams one file to the store. The row that is written first lets the clean-up find what a dying process leaves. */
export async function storeFile(ctx: Ctx, upload: Upload, raw_name: string, bytes: Readable, limit: number, user_id = ctx.actor.user_id): Promise<void> {
  const name = cleanFileName(raw_name);
  const file = { id: newId(ctx.now), create_at: ctx.now, user_id, name };
  const head = { bytes: Buffer.alloc(0) };
  await reserveFile(ctx.db, file);
  const entry = { id: file.id, create_at: file.create_at, name, size: 0, head: head.bytes };
  upload.files.push(entry);
  entry.size = await ctx.app.files.write(originalPath(file), Readable.from(metered(bytes, name, limit, head), { objectMode: false }));
  entry.head = head.bytes;
}

/** Takes back what an upload has stored. */
export async function discardUpload(ctx: Ctx, request: IncomingMessage, upload: Upload): Promise<void> {
  drain(request);
  await Promise.all(upload.files.map((file) => ctx.app.files.removeFolder(folderOf(file))));
  await removeFiles(ctx.db, upload.files.map((file) => file.id));
}

/**
 * Reads a multipart upload. `checkChannel` runs as soon as the channel is known: before the first byte is stored where
 * the form names the channel first, otherwise at the end.
 */
export async function readMultipart(ctx: Ctx, request: IncomingMessage, upload: Upload, limit: number, checkChannel: (channel_id: string) => Promise<void>): Promise<void> {
  const form = openForm(request);
  let work: Promise<void> = Promise.resolve();
  let part: BusboyFileStream | undefined;
  const abort = (error: Error) => {
    request.unpipe(form);
    part?.destroy(error);
    form.destroy(error);
  };
  form.on('field', (name, value) => {
    if (name === 'channel_id') upload.fields.channel_ids.push(value);
    if (name === 'client_ids') upload.fields.client_ids.push(value);
  });
  form.on('file', (_field, bytes, filename) => {
    part = bytes;
    bytes.on('error', () => {}); // the reader of the bytes reports it
    const [channel_id] = upload.fields.channel_ids;
    work = work.then(async () => {
      if (channel_id !== undefined) await checkChannel(channel_id);
      await storeFile(ctx, upload, filename ?? '', bytes, limit);
    });
    work.catch(abort);
  });
  form.on('filesLimit', () => abort(userError('api.file.upload_file.too_many_files.app_error', `At most ${files_per_post_max} files can be uploaded together.`)));
  const gone = () => abort(brokenUpload('The connection ended before the upload was complete.'));
  request.once('aborted', gone);
  request.setTimeout(IDLE_MS, gone);
  const read = new Promise<void>((resolve, reject) => form.on('finish', resolve).on('error', reject));
  request.pipe(form);
  try {
    await read;
    await work;
  } catch (error) {
    await work.catch(() => {});
    throw error instanceof AppError ? error : brokenUpload((error as Error).message);
  } finally {
    request.removeListener('aborted', gone);
    request.setTimeout(0);
  }
}

function openForm(request: IncomingMessage): ReturnType<typeof busboy> {
  try {
    return busboy({ headers: request.headers as BusboyHeaders, limits: { files: files_per_post_max, fields: 64, fieldSize: 1024, parts: 80, headerPairs: 50 } });
  } catch (error) {
    throw brokenUpload((error as Error).message);
  }
}

/** The request cannot be read as an upload. */
export function brokenUpload(why: string) {
  return userError('api.file.upload_file.read_request.app_error', `The upload could not be read. ${why}`.trim());
}
