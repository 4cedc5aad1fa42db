import busboy, { type BusboyHeaders } from '@fastify/busboy';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { userError } from '../errors.ts';
import type { HttpRequest } from './route.ts';

/** What a form brought under a name: a file held in memory, nothing, several, or more bytes than allowed. */
export type FormFile = { readonly kind: 'file'; readonly name: string; readonly bytes: Buffer } | { readonly kind: 'none' | 'many' | 'too-large' | 'broken' };

/** A small form: one file and the plain fields. Of a field that comes twice the last value counts. */
export interface Form {
  readonly file: FormFile;
  readonly fields: Readonly<Record<string, string>>;
}

/** Reads one small file (a picture) of a multipart form; the route must be `is_streamed`. Never holds more than `max_bytes`. */
export async function readFormFile(request: HttpRequest, field: string, max_bytes: number): Promise<FormFile> {
  return (await readForm(request, field, max_bytes)).file;
}

/** Reads a small multipart form with one file, `field`, of at most `max_bytes`, and fields of at most `max_field`; the route must be `is_streamed`. */
export function readForm(request: HttpRequest, field: string, max_bytes: number, max_field = 65_536): Promise<Form> {
  const fields: Record<string, string> = Object.create(null);
  if (!/^multipart\/form-data/i.test(request.headers['content-type'] ?? '')) return Promise.resolve({ file: { kind: 'broken' }, fields });
  return new Promise((resolve) => {
    const end = (file: FormFile) => resolve({ file, fields });
    const found: FormFile[] = [];
    const body = (request.body ?? request.raw) as Readable;
    let form: ReturnType<typeof busboy>;
    try {
      form = busboy({ headers: request.headers as BusboyHeaders, limits: { fileSize: max_bytes, files: 8, fields: 32, fieldSize: max_field, parts: 64 } });
    } catch {
      return end({ kind: 'broken' });
    }
    form.on('field', (name, value) => (fields[name] = value));
    form.on('file', (name, file, filename) => {
      const chunks: Buffer[] = [];
      let is_too_large = false;
      file.on('data', (chunk: Buffer) => name === field && chunks.push(chunk));
      file.on('limit', () => (is_too_large = true));
      file.on('end', () => name === field && found.push(is_too_large ? { kind: 'too-large' } : { kind: 'file', name: String(filename ?? ''), bytes: Buffer.concat(chunks) }));
    });
    form.on('finish', () => end(found.length > 1 ? { kind: 'many' } : (found[0] ?? { kind: 'none' })));
    form.on('error', () => end({ kind: 'broken' }));
    body.on('error', () => end({ kind: 'broken' }));
    body.on('close', () => setImmediate(() => end({ kind: 'broken' })));
    body.pipe(form);
  });
}

/** Reads a multipart form and hands its first file over as it comes; plain fields and further files are left aside. */
export async function readFormStream(request: IncomingMessage, take: (bytes: Readable, name: string) => Promise<void>): Promise<void> {
  const broken = (why: string) => userError('api.upload.upload_data.multipart_error', `The form could not be read. ${why}`.trim());
  await new Promise<void>((resolve, reject) => {
    let form: ReturnType<typeof busboy>;
    try {
      form = busboy({ headers: request.headers as BusboyHeaders, limits: { files: 1, fields: 32, fieldSize: 65_536, parts: 64 } });
    } catch (error) {
      return reject(broken((error as Error).message));
    }
    let work = Promise.resolve();
    form.on('file', (_field, file, name) => {
      work = take(file, String(name ?? ''));
      work.catch((error: Error) => {
        file.resume();
        reject(error);
      });
    });
    form.on('finish', () => work.then(resolve, reject));
    form.on('error', (error) => reject(broken((error as Error).message)));
    request.once('aborted', () => form.destroy(new Error('The connection broke off.')));
    request.pipe(form);
  });
}
