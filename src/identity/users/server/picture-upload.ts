import type { Readable } from 'node:stream';
import busboy from '@fastify/busboy';
import { userError, type HttpRequest } from '#kernel/server/index.ts';

const MAX_BYTES = 20 * 1024 * 1024;

/** Reads the picture of a multipart form, from a streamed route. Errors carry `prefix`, as the protocol names them for each kind of picture. */
export function readPicture(request: HttpRequest, field: string, prefix: string): Promise<Buffer> {
  const type = request.headers['content-type'];
  const malformed = () => userError(`${prefix}.parse.app_error`, 'Send the picture as multipart/form-data.');
  if (!type?.startsWith('multipart/form-data')) return Promise.reject(malformed());
  return new Promise((resolve, reject) => {
    const body = request.body as Readable;
    const stop = (error: Error) => {
      body.unpipe(form);
      body.resume();
      reject(error);
    };
    let form: ReturnType<typeof busboy>;
    try {
      form = busboy({ headers: { ...request.headers, 'content-type': type }, limits: { fileSize: MAX_BYTES, files: 1, fields: 20, fieldSize: 10_000 } });
    } catch {
      return reject(malformed());
    }
    let picture: Buffer | undefined;
    form.on('file', (name, stream) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => stop(userError(`${prefix}.too_large.app_error`, 'The picture is larger than 20 MiB.', 413)));
      stream.on('end', () => {
        if (name === field) picture = Buffer.concat(chunks);
      });
      stream.on('error', () => stop(malformed()));
    });
    form.on('error', () => stop(malformed()));
    form.on('finish', () => (picture?.length ? resolve(picture) : reject(userError(`${prefix}.no_file.app_error`, `Send the picture as the field "${field}".`))));
    body.on('error', () => reject(malformed()));
    body.on('close', () => reject(malformed()));
    body.pipe(form);
  });
}
