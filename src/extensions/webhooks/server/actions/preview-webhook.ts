import { z } from 'zod';
import { action, AppError, fields } from '#kernel/server/index.ts';
import { incoming_webhook_limits as limits, type IncomingWebhookRequest, type MappingPreview } from '../../wire/index.ts';
import { evaluateMapping } from '../mapping.ts';
import { messagesIn, understand } from '../understand.ts';
import { managesWebhook } from '../webhooks.permissions.ts';
import type { Payload } from '../payload.ts';

/** Shows what a webhook would post of a payload, with a mapping or vendor that is not saved yet. Nothing is posted. */
export const previewWebhook = action({
  name: 'preview-webhook',
  summary: 'Show which messages an incoming webhook would make of a payload, or where its mapping fails.',
  input: z.object({ hook_id: fields.id(), mapping: fields.text(limits.mapping_max).nullish(), vendor: z.string().max(64).nullish(), payload: z.unknown(), headers: z.record(z.string(), z.string()).nullish() }),
  permission: managesWebhook,
  unaudited: 'it changes nothing',
  run: async (ctx, { mapping, vendor, payload, headers }): Promise<MappingPreview> => {
    try {
      if (!mapping) return shown((await understand(ctx, { mapping: '', vendor: vendor ?? '' }, { headers: headers ?? {}, query: {}, body: payload })).payloads);
      const { value, fault } = await evaluateMapping(mapping, payload, { headers: headers ?? {}, query: {} });
      return fault ? { messages: null, error: { message: fault.message, position: fault.position, token: fault.token } } : shown(messagesIn(value));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { messages: null, error: { message: error.message, position: null, token: '' } };
    }
  },
});

function shown(payloads: readonly Payload[]): MappingPreview {
  return { messages: payloads.map((payload) => Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== '' && value !== undefined && value !== null && !(Array.isArray(value) && !value.length))) as IncomingWebhookRequest), error: null };
}
