import type { FastifyInstance } from 'fastify';
import type { App } from '../app.ts';
import { userError, type AppError } from '../errors.ts';
import { parseJson } from '../text.ts';
import { maxPayload } from './http.settings.ts';
import { BROKEN_BODY } from './input.ts';

// How much beyond the limit is read to nowhere, so that the refusal gets through.
const PATIENCE = 4;

/** Reads bodies. The protocol reads JSON whatever the content type says; only streamed routes look at the type themselves. */
export function readBodies(app: App, http: FastifyInstance): void {
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('*', (request, payload, done) => {
    const { is_streamed, max_body } = request.routeOptions.config as { is_streamed?: boolean; max_body?: number };
    if (is_streamed) return done(null, payload);
    const limit = max_body ?? app.settings.get(maxPayload);
    const chunks: Buffer[] = [];
    let size = 0;
    payload.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else {
        chunks.length = 0;
        if (size > limit * PATIENCE) payload.destroy();
      }
    });
    payload.on('error', done);
    payload.on('end', () => (size > limit ? done(tooLarge()) : done(null, parseBody(chunks))));
  });
}

export function tooLarge(): AppError {
  return userError('api.context.request_body_too_large.app_error', 'The request is too large.', 413);
}

function parseBody(chunks: Buffer[]): unknown {
  const text = (chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString('utf8');
  if (!text) return undefined;
  try {
    return parseJson(text);
  } catch {
    return BROKEN_BODY;
  }
}
