import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

/** Headers by which a receiver knows the sender and drops repetitions, as the Standard Webhooks specification has them: one signature for each secret. */
export function signatureHeaders(secrets: readonly string[], id: string, time_ms: number, body: string): Record<string, string> {
  const timestamp = String(Math.floor(time_ms / 1000));
  const signatures = secrets.map((secret) => `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`);
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, ...(signatures.length && { 'webhook-signature': signatures.join(' ') }) };
}

function keyOf(secret: string): Buffer {
  return secret.startsWith(PREFIX) ? Buffer.from(secret.slice(PREFIX.length), 'base64') : Buffer.from(secret);
}
