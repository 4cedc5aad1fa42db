import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { WebhookSignature } from '../wire/index.ts';

const TOLERANCE_MS = 5 * 60_000;

interface Signed {
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
}

/** Why the signature of a call does not hold, in a sentence; undefined if it does. */
export function signatureFault(kind: WebhookSignature, secret: string, call: Signed, now: number): string | undefined {
  switch (kind) {
    case '':
      return undefined;
    case 'github':
      return check(call, 'x-hub-signature-256', [`sha256=${hex(secret, call.raw)}`]);
    case 'sentry':
      return check(call, 'sentry-hook-signature', [hex(secret, call.raw)]);
    case 'pagerduty':
      return check(call, 'x-pagerduty-signature', [`v1=${hex(secret, call.raw)}`]);
    case 'token':
      return checkToken(call, secret);
    case 'standard':
      return checkStandard(call, secret, now);
  }
}

function check({ headers }: Signed, name: string, right: readonly string[]): string | undefined {
  const given = headers[name];
  if (typeof given !== 'string' || !given) return `This webhook takes signed calls only: the header ${name} is missing.`;
  // Several may stand in one header while a secret is changed.
  return given.split(',').some((one) => right.some((expected) => isSame(one.trim(), expected))) ? undefined : `The signature in ${name} does not fit: it was made with another secret, or of another body.`;
}

function checkToken({ headers }: Signed, secret: string): string | undefined {
  const bearer = /^bearer\s+(.+)$/i.exec(headers.authorization ?? '')?.[1];
  const given = headers['x-gitlab-token'] ?? headers['x-webhook-token'] ?? bearer;
  if (typeof given !== 'string' || !given) return 'This webhook asks for a token: send it as X-Gitlab-Token, X-Webhook-Token or Authorization: Bearer.';
  return isSame(given, secret) ? undefined : 'The token does not fit.';
}

function checkStandard({ headers, raw }: Signed, secret: string, now: number): string | undefined {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headers[name]);
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') return 'This webhook takes signed calls only: webhook-id, webhook-timestamp and webhook-signature must be there.';
  if (!(Math.abs(Number(timestamp) * 1000 - now) <= TOLERANCE_MS)) return 'The call was signed more than five minutes ago, or the clocks differ.';
  const right = `v1,${standard(secret, `${id}.${timestamp}.${raw}`)}`;
  return signatures.split(' ').some((one) => isSame(one, right)) ? undefined : 'The signature in webhook-signature does not fit: it was made with another secret, or of another body.';
}

function hex(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

function standard(secret: string, text: string): string {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : secret;
  return createHmac('sha256', key).update(text).digest('base64');
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
