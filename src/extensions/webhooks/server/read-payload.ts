import type { IncomingMessage } from 'node:http';
import busboy, { type BusboyHeaders } from '@fastify/busboy';
import { drain, keepable, parseJson, userError, type HttpRequest } from '#kernel/server/index.ts';

/** Reads the payload of an incoming webhook in whichever form it came: JSON, a form with `payload`, or a multipart form. */
export async function readPayload(request: HttpRequest, max_bytes: number): Promise<{ body: unknown; raw: string }> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  if (type === 'multipart/form-data') return { body: await readFields(request.raw, max_bytes), raw: '' };
  const raw = await readText(request.raw, max_bytes);
  if (!raw && request.method === 'DELETE') return { body: {}, raw };
  return { body: parseLenient(type === 'application/x-www-form-urlencoded' ? (new URLSearchParams(raw).get('payload') ?? '') : raw), raw };
}

/** JSON as tools write it: line breaks and tabs may stand raw in its strings. */
export function parseLenient(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    try {
      return parseJson(escapeInStrings(text));
    } catch {
      throw userError('web.incoming_webhook.decode.app_error', 'The payload is not valid JSON. Send an object such as {"text": "Hello"}.');
    }
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

// In one pass: a pattern would take minutes for what somebody could send.
function escapeInStrings(text: string): string {
  let out = '';
  let from = 0;
  let is_string = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === '"') is_string = !is_string;
    else if (is_string && char === '\\') i++;
    else if (is_string && char in ESCAPES) {
      out += text.slice(from, i) + ESCAPES[char];
      from = i + 1;
    }
  }
  return out + text.slice(from);
}

async function readText(request: IncomingMessage, max_bytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // A request that is destroyed takes its connection along, and with it the answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > max_bytes) throw tooLarge(request, max_bytes);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

// Fields of a multipart form are fields of the payload; those that hold JSON are read as such. Files are passed over.
function readFields(request: IncomingMessage, max_bytes: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(userError('web.incoming_webhook.decode.app_error', 'The multipart form is broken.'));
    const found: Record<string, unknown> = {};
    let size = 0;
    let form: ReturnType<typeof busboy>;
    try {
      form = busboy({ headers: request.headers as BusboyHeaders, limits: { fieldSize: max_bytes, fields: 64, files: 16, parts: 80, fileSize: 1 } });
    } catch {
      return fail();
    }
    form.on('field', (name, value) => (found[name] = ['attachments', 'props', 'priority'].includes(name) ? parseOr(value) : keepable(value)));
    form.on('file', (_name, file) => file.resume());
    form.on('finish', () => resolve(typeof found['payload'] === 'string' ? parseOr(found['payload']) : found));
    form.on('error', fail);
    request.on('error', fail).on('close', fail);
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= max_bytes) return;
      request.unpipe(form);
      request.removeAllListeners('data');
      reject(tooLarge(request, max_bytes));
    });
    request.pipe(form);
  });
}

function parseOr(text: string): unknown {
  try {
    return parseLenient(text);
  } catch {
    return text;
  }
}

function tooLarge(request: IncomingMessage, max_bytes: number): Error {
  drain(request);
  return userError('api.context.request_body_too_large.app_error', `The payload is larger than ${max_bytes} bytes.`, 413);
}
