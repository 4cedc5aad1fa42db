import busboy, { type BusboyHeaders } from '@fastify/busboy';
import type { Readable } from 'node:stream';
import type { HttpRequest } from './route.ts';

/** What a form brought under a name: a file held in memory, nothing, several, or more bytes than allowed. */
export type FormFile = { readonly kind: 'file'; readonly name: string; readonly bytes: Buffer } | { readonly kind: 'none' | 'many' | 'too-large' | 'broken' };

/** Reads one small file (a picture) of a multipart form; the route must be `is_streamed`. Never holds more than `max_bytes`. */
export function readFormFile(request: HttpRequest, field: string, max_bytes: number): Promise<FormFile> {
  if (!/^multipart\/form-data/i.test(request.headers['content-type'] ?? '')) return Promise.resolve({ kind: 'broken' });
  return new Promise((resolve) => {
    const found: FormFile[] = [];
    const body = (request.body ?? request.raw) as Readable;
    let form: ReturnType<typeof busboy>;
    try {
      form = busboy({ headers: request.headers as BusboyHeaders, limits: { fileSize: max_bytes, files: 8, fields: 32, fieldSize: 65_536, parts: 64 } });
    } catch {
      return resolve({ kind: 'broken' });
    }
    form.on('file', (name, file, filename) => {
      const chunks: Buffer[] = [];
      let is_too_large = false;
      file.on('data', (chunk: Buffer) => name === field && chunks.push(chunk));
      file.on('limit', () => (is_too_large = true));
      file.on('end', () => name === field && found.push(is_too_large ? { kind: 'too-large' } : { kind: 'file', name: String(filename ?? ''), bytes: Buffer.concat(chunks) }));
    });
    form.on('finish', () => resolve(found.length > 1 ? { kind: 'many' } : (found[0] ?? { kind: 'none' })));
    form.on('error', () => resolve({ kind: 'broken' }));
    body.on('error', () => resolve({ kind: 'broken' }));
    body.on('close', () => setImmediate(() => resolve({ kind: 'broken' })));
    body.pipe(form);
  });
}
