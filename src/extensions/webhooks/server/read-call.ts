import { z } from 'zod';
import { drain, userError, type Ctx, type HttpRequest } from '#kernel/server/index.ts';
import type { IncomingWebhook } from '../wire/index.ts';
import { checkAddress, checkSignature, countCall } from './admit.ts';
import type { IncomingCall } from './handle-call.ts';
import { noteRefusal } from './ledger.ts';
import { readPayload } from './read-payload.ts';
import { refused } from './understand.ts';
import { getIncomingWebhook } from './webhooks.cache.ts';
import { optionsOf } from './webhooks.options.ts';
import { enableIncomingWebhooks, maxPayload } from './webhooks.settings.ts';

/** The input of actions that are called at the address of a webhook. */
export const call_fields = {
  hook_id: z.string(),
  headers: z.record(z.string(), z.unknown()),
  query: z.record(z.string(), z.string()),
  body: z.unknown(),
  raw: z.string(),
};

/** Reads a call to the address of a webhook. Who calls too often or from elsewhere is refused before the body is read. */
export async function readCall(request: HttpRequest, ctx: Ctx): Promise<Record<string, unknown>> {
  const hook_id = request.params['hook_id'] ?? '';
  const hook = await getIncomingWebhook(ctx.app, hook_id);
  let max_bytes = ctx.settings.get(maxPayload);
  if (hook) {
    const options = await optionsOf(ctx.app, hook_id);
    max_bytes = options.max_bytes || max_bytes;
    try {
      checkAddress(options, ctx.origin.ip);
      countCall(ctx, options);
    } catch (error) {
      drain(request.raw);
      noteRefusal(ctx, hook, request.method, error);
      throw error;
    }
  }
  const { body, raw } = await readPayload(request, max_bytes);
  const query = Object.fromEntries(Object.entries(request.query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(Array.isArray(value) ? value.at(-1) : value)]])));
  return { ...request.params, headers: request.headers, query, body, raw };
}

/** The webhook that was called. */
export async function needHook(ctx: Ctx, hook_id: string): Promise<IncomingWebhook> {
  demandEnabled(ctx);
  const hook = await getIncomingWebhook(ctx.app, hook_id);
  if (!hook) throw refused(400, 'There is no incoming webhook at this address, or it was deleted.');
  return hook;
}

/** Refuses a call whose signature does not hold. */
export async function checkCall(ctx: Ctx, hook: IncomingWebhook, call: IncomingCall): Promise<void> {
  checkSignature(ctx, await optionsOf(ctx.app, hook.id), call);
}

/** Refuses while incoming webhooks are switched off. */
export function demandEnabled(ctx: Ctx): void {
  if (!ctx.settings.get(enableIncomingWebhooks)) throw userError('web.incoming_webhook.disabled.app_error', 'Incoming webhooks are switched off on this server (ServiceSettings.EnableIncomingWebhooks).', 501);
}
