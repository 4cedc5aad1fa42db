import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { AppError, outsideError, userError } from '../errors.ts';
import type { Settings } from '../settings.ts';
import { parseAllowance, resolveReachable, type Allowance, type ResolvedAddress } from './guard.ts';
import { allowedInternal } from './outbound.settings.ts';

export interface OutsideRequest {
  readonly url: string;
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** For all of it, redirects too; 10 s unless told. */
  readonly time_limit_ms?: number;
  /** Of the answer, after it was unpacked; 1 MiB unless told. */
  readonly size_limit?: number;
  /** An answer that is larger is cut off there instead of being refused. */
  readonly cuts_large?: boolean;
  /** 3 unless told; 0 answers with the redirect itself. */
  readonly max_redirects?: number;
  /** The address was set by an administrator: private networks are allowed. */
  readonly is_trusted?: boolean;
  readonly signal?: AbortSignal;
}

export interface OutsideAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Where the answer came from after redirects. */
  readonly url: string;
}

const TIME_LIMIT_MS = 10_000;
const SIZE_LIMIT = 1_048_576;
const MAX_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const UNPACKERS = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };

/**
 * Calls a server outside: within a time, up to a size, and never on a private network unless that is allowed.
 * A host is resolved once for each hop and exactly that address is called. Throws an `AppError` that says what went wrong.
 */
export async function callOutside(ctx: { readonly settings: Settings }, request: OutsideRequest): Promise<OutsideAnswer> {
  const limits = AbortSignal.timeout(request.time_limit_ms ?? TIME_LIMIT_MS);
  const signal = request.signal ? AbortSignal.any([request.signal, limits]) : limits;
  const allowance = request.is_trusted ? undefined : parseAllowance(ctx.settings.get(allowedInternal));
  try {
    return await follow(request, allowance, signal);
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (limits.aborted) throw outsideError('outbound.timeout', `${hostOf(request.url)} did not answer in time.`, 504);
    throw outsideError('outbound.failed', `${hostOf(request.url)} could not be reached: ${(error as Error).message}`);
  }
}

async function follow(request: OutsideRequest, allowance: Allowance | undefined, signal: AbortSignal): Promise<OutsideAnswer> {
  let url = parseUrl(request.url);
  let { method = 'GET', body } = request;
  let headers = { ...request.headers };
  for (let hops = request.max_redirects ?? MAX_REDIRECTS; ; hops--) {
    const answer = await callOnce({ ...request, method, body, headers }, url, allowance, signal);
    const to = answer.headers['location'];
    if (!REDIRECTS.has(answer.status) || !to || request.max_redirects === 0) return answer;
    if (hops === 0) throw outsideError('outbound.redirects', `${hostOf(request.url)} redirects too often.`);
    const next = parseUrl(to, url);
    if (answer.status === 303 || (method === 'POST' && answer.status < 303)) [method, body] = ['GET', undefined];
    // What names the caller is meant for the first host only.
    if (next.host !== url.host) headers = Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(authorization|cookie)$/i.test(name)));
    url = next;
  }
}

async function callOnce(request: OutsideRequest, url: URL, allowance: Allowance | undefined, signal: AbortSignal): Promise<OutsideAnswer> {
  const addresses = allowance && (await within(resolveReachable(url.hostname, allowance), signal));
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { 'user-agent': 'Muster', 'accept-encoding': 'gzip, deflate, br', ...request.headers };
    const call = send(url, { method: request.method, headers, signal, agent: false, ...(addresses ? { lookup: pinned(addresses), autoSelectFamily: addresses.length > 1 } : {}) }, resolve);
    call.on('error', reject);
    call.end(request.body);
  });
  try {
    const body = request.method === 'HEAD' ? Buffer.alloc(0) : await readBody(response, request);
    const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)]));
    return { status: response.statusCode ?? 0, headers, body, url: url.href };
  } finally {
    response.destroy();
  }
}

async function readBody(response: IncomingMessage, { size_limit = SIZE_LIMIT, cuts_large }: OutsideRequest): Promise<Buffer> {
  const unpack = UNPACKERS[response.headers['content-encoding'] as keyof typeof UNPACKERS];
  const stream: Readable = unpack ? response.pipe(unpack()) : response;
  response.on('error', (error) => stream.destroy(error));
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size <= size_limit) continue;
    if (!cuts_large) throw outsideError('outbound.too-large', `The answer has more than ${size_limit} bytes.`);
    break;
  }
  return Buffer.concat(chunks).subarray(0, size_limit);
}

// Whatever name is asked for, the addresses are those that were checked.
function pinned(addresses: readonly ResolvedAddress[]): LookupFunction {
  return (_host, options, answer) => (options.all ? answer(null, [...addresses]) : answer(null, addresses[0]!.address, addresses[0]!.family));
}

function parseUrl(text: string, base?: URL): URL {
  const url = URL.canParse(text, base?.href) ? new URL(text, base) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw userError('outbound.address.invalid', 'The address must begin with http:// or https://.');
  return url;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'The server';
}

function within<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}
