import type { Readable } from 'node:stream';
import { parseJson, type HttpRequest } from '#kernel/server/index.ts';
import { OAuthError } from './oauth.errors.ts';

const MAX_BYTES = 65_536;

/** The fields of a token request: a form, as the standard says, or JSON. An app may name itself in the Authorization header instead (RFC 6749 §2.3.1). */
export async function readTokenRequest(request: HttpRequest): Promise<Record<string, unknown>> {
  const text = await textOf((request.body ?? request.raw) as Readable);
  const fields = (request.headers['content-type'] ?? '').includes('json') ? fromJson(text) : Object.fromEntries(new URLSearchParams(text));
  const basic = /^basic\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (!basic) return fields;
  const [id = '', ...secret] = Buffer.from(basic, 'base64').toString().split(':');
  return { ...fields, client_id: fromForm(id), client_secret: fromForm(secret.join(':')) };
}

async function textOf(body: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new OAuthError('invalid_request', 'api.context.request_body_too_large.app_error', 'The request is too large.', 413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function fromJson(text: string): Record<string, unknown> {
  try {
    const value = parseJson(text);
    if (value && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // told below
  }
  throw new OAuthError('invalid_request', 'api.oauth.get_access_token.body.app_error', 'The body must be a form or an object of JSON.');
}

function fromForm(text: string): string {
  return new URLSearchParams(`v=${text}`).get('v') ?? '';
}
