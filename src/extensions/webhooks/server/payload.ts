import { createHash } from 'node:crypto';
import { z } from 'zod';
import { fields } from '#kernel/server/index.ts';
import { prioritySchema } from '#messaging/posts/server/feature.ts';
import { incoming_webhook_limits as limits } from '../wire/index.ts';

const text = z.string().nullish().transform((value) => (value ?? '').replaceAll('\u0000', ''));
// What the protocol does not know must not break a payload that holds it by chance.
const word = z.unknown().optional().transform((value) => (typeof value === 'string' || typeof value === 'number' ? String(value).replaceAll('\u0000', '').trim() : ''));

/** The message in a payload: the protocol's own fields, and ours. */
export const payload_schema = z.object({
  text,
  username: text,
  icon_url: text,
  icon_emoji: text,
  channel: text,
  type: text,
  props: fields.props().nullish().transform((props) => props ?? {}),
  priority: prioritySchema.extend({ priority: z.enum(['', 'important', 'urgent']) }).nullish(),
  attachments: z.array(fields.props().nullable()).nullish().transform((list) => (list ?? []).filter((a) => a !== null)),
  key: word.transform(shortKey),
  thread_key: word.transform(shortKey),
  status: word.transform((status) => status.slice(0, 40)),
  at: word,
  sequence: word,
});

export type Payload = z.output<typeof payload_schema>;

/** A key that the database can index: what is too long is known by its hash. */
export function shortKey(key: string): string {
  return key.length <= limits.key_max ? key : `sha256:${createHash('sha256').update(key).digest('hex')}`;
}

/** Where an update stands among those of its key: `sequence`, else `at` in ms; null if neither is told. */
export function orderOf({ at, sequence }: Pick<Payload, 'at' | 'sequence'>): number | null {
  const number = sequence === '' ? NaN : Number(sequence);
  if (Number.isFinite(number)) return number;
  return timeOf(at);
}

const CLOSED = new Set(['resolved', 'closed', 'close', 'merged', 'ok', 'okay', 'success', 'successful', 'succeeded', 'passed', 'fixed', 'done', 'completed', 'cancelled', 'canceled', 'recovered', 'up', 'normal', 'inactive']);

/** Whether a status says that nothing is left to do. */
export function isClosed(status: string): boolean {
  return CLOSED.has(status.toLowerCase());
}

function timeOf(at: string): number | null {
  if (at === '') return null;
  const number = Number(at);
  // Seconds of our time have ten digits, milliseconds thirteen.
  const time = Number.isFinite(number) ? (Math.abs(number) < 1e11 ? number * 1000 : number) : Date.parse(at);
  return Number.isFinite(time) ? time : null;
}
