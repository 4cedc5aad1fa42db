import type { IncomingHttpHeaders } from 'node:http';
import { AppError, userError, type Ctx } from '#kernel/server/index.ts';
import type { IncomingWebhook, IncomingWebhookReceipt } from '../wire/index.ts';
import { once } from './idempotency.ts';
import { showUpdate } from './living.ts';
import { orderOf, shortKey, type Payload } from './payload.ts';
import { postRendered, renderPayload } from './post-payload.ts';
import { targetOf } from './target.ts';
import { inThread } from './threads.ts';
import { refused, understand, type Understood } from './understand.ts';
import { optionsOf } from './webhooks.options.ts';
import { keepPosts } from './webhooks.store.ts';

const IDEMPOTENCY_KEY_MAX = 255;

/** What came to the address of a webhook. */
export interface IncomingCall {
  readonly headers: IncomingHttpHeaders;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** The body as it was sent: what a signature is about. */
  readonly raw: string;
}

/** How a call is read, where not as the webhook's options say. */
type Reading = Parameters<typeof understand>[1];

/** Posts what a tool sent, in the name of the webhook's owner; a call that repeats another one's idempotency key is given its answer. */
export async function handleCall(ctx: Ctx, hook: IncomingWebhook, call: IncomingCall, as?: Reading): Promise<IncomingWebhookReceipt> {
  const idempotency_key = call.headers['idempotency-key'];
  try {
    if (typeof idempotency_key !== 'string' || !idempotency_key) return await post(ctx, hook, call, call.query['return'] === 'post', as);
    if (idempotency_key.length > IDEMPOTENCY_KEY_MAX) throw refused(400, `The Idempotency-Key has more than ${IDEMPOTENCY_KEY_MAX} characters.`);
    return await once(ctx, { hook_id: hook.id, idempotency_key, body: call.raw }, () => post(ctx, hook, call, true, as));
  } catch (error) {
    // Whatever a part of the server refuses is told in the words of the webhook.
    throw error instanceof AppError && !error.id.startsWith('web.incoming_webhook.') ? userError('web.incoming_webhook.general.app_error', error.message, error.status) : error;
  }
}

async function post(ctx: Ctx, hook: IncomingWebhook, call: IncomingCall, needs_post: boolean, as?: Reading): Promise<IncomingWebhookReceipt> {
  const understood = await understand(ctx, as ?? (await optionsOf(ctx.app, hook.id)), call);
  const payloads = understood.payloads.length === 1 ? [withCallKeys(understood.payloads[0]!, call)] : understood.payloads;
  const receipts: IncomingWebhookReceipt[] = [];
  for (const payload of payloads) receipts.push(await postOne(ctx, hook, payload, understood, needs_post));
  const post_ids = receipts.flatMap((receipt) => receipt.post_ids);
  if (needs_post) await keepPosts(ctx.db, hook.id, post_ids, ctx.now);
  const nothing = { post_id: '', channel_id: '', root_id: '', key: '', thread_key: '', status: '', is_created: false };
  return { ...(receipts[0] ?? nothing), post_ids };
}

// Who cannot shape the body names the key in the address or a header.
function withCallKeys(payload: Payload, { query, headers }: IncomingCall): Payload {
  const told = (name: string, header: string) => query[name] ?? (typeof headers[header] === 'string' ? headers[header] : undefined);
  const [key, thread_key, status] = [told('key', 'x-message-key'), told('thread_key', 'x-thread-key'), told('status', 'x-message-status')];
  return {
    ...payload,
    ...(key && { key: shortKey(key) }),
    ...(thread_key && { thread_key: shortKey(thread_key) }),
    ...(status && { status: status.slice(0, 40) }),
    ...(query['at'] && { at: query['at'] }),
    ...(query['sequence'] && { sequence: query['sequence'] }),
  };
}

async function postOne(ctx: Ctx, hook: IncomingWebhook, payload: Payload, { is_slack }: Understood, needs_post: boolean): Promise<IncomingWebhookReceipt> {
  if (payload.type.startsWith('system_')) throw refused(400, 'Types that begin with "system_" are for the server.');
  const channel = await targetOf(ctx, hook, payload.channel);
  const rendered = await renderPayload(ctx, hook, payload, is_slack);
  const { key, thread_key, status } = payload;
  const about = { channel_id: channel.id, key, thread_key, status };
  if (key) {
    const update = { rendered, status, thread_key, order: orderOf(payload), received_at: ctx.app.clock() };
    const { post_id, root_id, is_created } = await showUpdate(ctx, hook, channel.id, key, update, needs_post);
    return { ...about, post_id, root_id, is_created, post_ids: post_id ? [post_id] : [] };
  }
  const { id, root_id, posts } = await inThread(ctx, { hook_id: hook.id, channel_id: channel.id, thread_key }, async (root) => {
    const written = await postRendered(ctx, hook, channel.id, rendered, root);
    return { id: written[0]!.id, root_id: root, posts: written };
  });
  return { ...about, post_id: id, root_id, is_created: true, post_ids: posts.map((one) => one.id) };
}
