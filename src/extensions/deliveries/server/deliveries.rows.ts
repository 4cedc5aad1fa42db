import { keepable, newId, type App } from '#kernel/server/index.ts';
import type { DeliveryAnswer, DeliveryDirection, DeliveryRequest, DeliveryStatus } from '../wire/index.ts';
import { keptBytes } from './deliveries.settings.ts';
import type { DeliveryRow } from './deliveries.store.ts';
import { redactBody, redactHeaders, redactUrl } from './redact.ts';

interface Subject {
  /** `incoming_webhook`, `outgoing_webhook`, `subscription`, `command`, `action`, `dialog`, … */
  readonly kind: string;
  readonly integration_id: string;
  readonly integration_name: string;
  /** Who sees it and may replay it. */
  readonly owner_id: string;
  /** '' where it belongs to no team. */
  readonly team_id?: string;
  readonly channel_id?: string;
  /** What belongs together: queued deliveries of one integration and key are sent in order. */
  readonly key?: string;
}

/** A call as it was: secrets in it are removed before it is kept, bodies are cut. */
export interface RawRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  /** A text, or what was read from one. */
  readonly body?: unknown;
}

/** A call that has happened. */
export interface PastDelivery extends Subject {
  readonly direction: DeliveryDirection;
  readonly status: Exclude<DeliveryStatus, 'waiting'>;
  readonly request: RawRequest;
  /** Absent: there was none. */
  readonly answer?: { readonly status: number; readonly body?: unknown };
  /** What went wrong, as a sentence. */
  readonly error?: string;
  readonly duration_ms?: number;
  /** The message that it made. */
  readonly post_id?: string;
  /** When it began; now unless told. */
  readonly create_at?: number;
}

/** A call that is still to be made. */
export interface QueuedDelivery extends Subject {
  /** What its kind makes the call of; JSON without secrets. */
  readonly payload: unknown;
  /** Where it goes to, for the readers of the ledger. */
  readonly url: string;
}

const MAX_ERROR = 1000;
const NOTHING: DeliveryRequest = { method: '', url: '', headers: {}, body: '', is_cut: false };
export const NO_ANSWER: DeliveryAnswer = { status: 0, body: '', is_cut: false };

/** The request as it is kept. */
export function keptRequest(app: App, { method, url, headers = {}, body }: RawRequest): DeliveryRequest {
  return { method, url: redactUrl(url), headers: redactHeaders(headers), ...cut(app, redactBody(body)) };
}

/** The answer as it is kept. */
export function keptAnswer(app: App, answer: { readonly status: number; readonly body?: unknown }): DeliveryAnswer {
  return { status: answer.status, ...cut(app, redactBody(answer.body)) };
}

/** The sentence as it is kept. */
export function keptError(error: string): string {
  return keepable(redactBody(error)).slice(0, MAX_ERROR);
}

function cut(app: App, text: string): { body: string; is_cut: boolean } {
  const max = app.settings.get(keptBytes);
  const bytes = Buffer.from(keepable(text));
  if (bytes.length <= max) return { body: bytes.toString(), is_cut: false };
  // What is left of a character that was cut in two is removed.
  return { body: bytes.subarray(0, max).toString().replace(/\ufffd$/, ''), is_cut: true };
}

/** The row of a call that has happened. */
export function rowOfPast(app: App, past: PastDelivery, now: number): DeliveryRow {
  const create_at = past.create_at ?? now;
  return {
    ...subjectOf(past), id: newId(create_at), create_at, update_at: now, direction: past.direction, status: past.status, attempts: 1, next_at: 0,
    request: keptRequest(app, past.request), answer: past.answer ? keptAnswer(app, past.answer) : NO_ANSWER, error: keptError(past.error ?? ''),
    duration_ms: Math.round(past.duration_ms ?? 0), post_id: past.post_id ?? '', replay_of: '', payload: null,
  };
}

/** The row of a call that waits for its turn. */
export function rowOfQueued(queued: QueuedDelivery, now: number): DeliveryRow {
  return {
    ...subjectOf(queued), id: newId(now), create_at: now, update_at: now, direction: 'out', status: 'waiting', attempts: 0, next_at: now, request: { ...NOTHING, method: 'POST', url: redactUrl(queued.url) },
    answer: NO_ANSWER, error: '', duration_ms: 0, post_id: '', replay_of: '', payload: queued.payload,
  };
}

function subjectOf(s: Subject): Required<Subject> {
  return { kind: s.kind, integration_id: s.integration_id, integration_name: keepable(s.integration_name), owner_id: s.owner_id, team_id: s.team_id ?? '', channel_id: s.channel_id ?? '', key: keepable(s.key ?? '').slice(0, 200) };
}
