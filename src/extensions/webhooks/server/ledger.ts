import { recordDelivery, type DeliveryKind, type DeliveryRow } from '#extensions/deliveries/server/feature.ts';
import { AppError, type App, type Ctx } from '#kernel/server/index.ts';
import type { IncomingWebhook, IncomingWebhookReceipt } from '../wire/index.ts';
import { handleCall, type IncomingCall } from './handle-call.ts';
import { parseLenient } from './read-payload.ts';
import { refused } from './understand.ts';
import { getIncomingWebhook } from './webhooks.cache.ts';

const KIND = 'incoming_webhook';
const REFUSALS_EVERY_MS = 60_000;

/** Does what a call asks for and notes it in the ledger, whatever comes of it. */
export async function recorded(ctx: Ctx, hook: IncomingWebhook, call: IncomingCall, method: string, work: () => Promise<IncomingWebhookReceipt>): Promise<IncomingWebhookReceipt> {
  const began = performance.now();
  const note = (more: Pick<Parameters<typeof recordDelivery>[1], 'status' | 'answer' | 'error' | 'post_id' | 'channel_id' | 'key'>) => {
    recordDelivery(ctx, { ...subjectOf(hook), ...more, request: { method, url: addressOf(ctx, hook, call), headers: call.headers, body: call.body }, duration_ms: Math.round(performance.now() - began), create_at: ctx.now });
  };
  try {
    const receipt = await work();
    note({ status: 'delivered', answer: { status: 200, body: receipt.post_ids.length || receipt.key ? 'ok' : 'ok: there was nothing to post' }, post_id: receipt.post_id, channel_id: receipt.channel_id || hook.channel_id, key: receipt.key });
    return receipt;
  } catch (error) {
    const { status, message } = error instanceof AppError ? error : { status: 500, message: 'Something went wrong on this server. It was noted in the log.' };
    note({ status: status < 500 ? 'refused' : 'failed', answer: { status, body: message }, error: message, channel_id: hook.channel_id });
    throw error;
  }
}

const last_refusals = new WeakMap<App, Map<string, number>>();

/** Notes a call that was refused before it was read; one a minute for each webhook, so that a flood does not fill the ledger. */
export function noteRefusal(ctx: Ctx, hook: IncomingWebhook, method: string, error: unknown): void {
  const last = last_refusals.get(ctx.app) ?? new Map<string, number>();
  last_refusals.set(ctx.app, last);
  if (!(error instanceof AppError) || ctx.now - (last.get(hook.id) ?? 0) < REFUSALS_EVERY_MS) return;
  last.set(hook.id, ctx.now);
  recordDelivery(ctx, { ...subjectOf(hook), channel_id: hook.channel_id, status: 'refused', request: { method, url: `${baseOf(ctx)}/hooks/${hook.id}` }, answer: { status: error.status, body: error.message }, error: error.message });
}

/** How the ledger runs a call again. */
export const incomingCalls: DeliveryKind = {
  kind: KIND,
  receive: async (ctx: Ctx, { integration_id, request }: DeliveryRow) => {
    const hook = await getIncomingWebhook(ctx.app, integration_id);
    if (!hook) throw refused(404, 'The webhook was deleted.');
    const query = Object.fromEntries(new URL(request.url, 'http://localhost').searchParams);
    // As often as it is replayed it is to be done: that is not the caller's repetition.
    const { 'idempotency-key': _key, ...headers } = request.headers;
    const { post_id } = await handleCall(ctx, hook, { headers, query, body: parseLenient(request.body), raw: request.body });
    return { post_id };
  },
};

function subjectOf(hook: IncomingWebhook) {
  return { direction: 'in' as const, kind: KIND, integration_id: hook.id, integration_name: hook.display_name || 'Incoming webhook', owner_id: hook.user_id, team_id: hook.team_id };
}

function addressOf(ctx: Ctx, hook: IncomingWebhook, { query }: IncomingCall): string {
  const text = new URLSearchParams(query).toString();
  return `${baseOf(ctx)}/hooks/${hook.id}${text && `?${text}`}`;
}

// A whole address: only in such the ledger finds what is secret.
function baseOf(ctx: Ctx): string {
  return URL.canParse(ctx.app.site_url) ? ctx.app.site_url : 'http://localhost';
}
