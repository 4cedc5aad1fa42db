import { userError, type Ctx, type HttpReply, type HttpRequest } from '#kernel/server/index.ts';
import { contentDisposition, rangeOf, sentType } from './files.rules.ts';

// A file opened in a tab of its own must not act on the page's behalf.
const CSP = "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

/** Bytes of the store as an answer. */
export interface SentFile {
  readonly path: string;
  readonly name: string;
  readonly mime_type: string;
  /** Differs whenever the bytes differ. */
  readonly etag: string;
  readonly is_download: boolean;
}

/** An `answer` that streams a stored file: whole, in part, or not at all if the client has it. */
export async function sendFile(file: SentFile, reply: HttpReply, request: HttpRequest, ctx: Ctx): Promise<unknown> {
  const size = await ctx.app.files.size(file.path);
  if (size === undefined) throw userError('api.file.read_file.reading_local.app_error', 'The bytes of this file are gone from the file store.', 404);
  const etag = `"${file.etag}"`;
  reply.headers({
    'cache-control': 'private, max-age=86400',
    'content-disposition': contentDisposition(file.name, file.mime_type, file.is_download),
    'content-security-policy': CSP,
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    etag,
  });
  if (request.headers['if-none-match'] === etag) return endWith(reply, 304);
  const asked = request.headers['if-range'] === undefined || request.headers['if-range'] === etag ? rangeOf(request.headers.range, size) : 'all';
  if (asked === 'none') return endWith(reply.header('content-range', `bytes */${size}`), 416);
  reply.type(sentType(file.mime_type));
  const range = asked === 'all' ? { start: 0, end: size - 1 } : asked;
  if (asked !== 'all') reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
  reply.header('content-length', range.end - range.start + 1);
  if (request.method === 'HEAD' || size === 0) return endWith(reply, reply.statusCode);
  return ctx.app.files.read(file.path, range);
}

// Past Fastify, which would read a whole file to answer HEAD.
function endWith(reply: HttpReply, status: number): HttpReply {
  reply.hijack();
  reply.raw.writeHead(status, reply.getHeaders() as Record<string, string>);
  reply.raw.end();
  return reply;
}
