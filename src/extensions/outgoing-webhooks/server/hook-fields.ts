import { z } from 'zod';
import { fields, userError, type Ctx } from '#kernel/server/index.ts';
import { outgoing_webhook_limits as limits, type OutgoingWebhook } from '../wire/index.ts';
import { getHooks } from './outgoing-webhooks.cache.ts';
import { enableOutgoingWebhooks } from './outgoing-webhooks.settings.ts';
import { collide } from './trigger.rules.ts';

/** What an outgoing webhook can be told about itself. */
export const hookFields = {
  channel_id: fields.optionalId().nullish(),
  trigger_words: z.array(fields.text(limits.words_max)).max(100).nullish(),
  trigger_when: z.number().int().min(0).max(1).nullish(),
  callback_urls: z.array(fields.text(limits.urls_max)).max(50).nullish(),
  display_name: fields.text(limits.display_name_max).nullish(),
  description: fields.text(limits.description_max).nullish(),
  content_type: fields.text(limits.content_type_max).nullish(),
  username: fields.text(limits.username_max).nullish(),
  icon_url: fields.text(limits.icon_url_max).nullish(),
};

type Told = z.output<z.ZodObject<typeof hookFields>>;

/** The webhook with what it was told, checked. */
export async function tell(ctx: Ctx, before: OutgoingWebhook, i: Told): Promise<OutgoingWebhook> {
  const after: OutgoingWebhook = {
    ...before, update_at: ctx.now, channel_id: i.channel_id ?? '', trigger_words: i.trigger_words ?? null, trigger_when: i.trigger_when ?? 0, callback_urls: (i.callback_urls ?? []).map((url) => url.trim()),
    display_name: i.display_name ?? '', description: i.description ?? '', content_type: i.content_type ?? '', username: i.username ?? '', icon_url: i.icon_url ?? '',
  };
  const refuse = (field: string, message: string): never => {
    throw userError(`model.outgoing_hook.is_valid.${field}.app_error`, message);
  };
  const words = after.trigger_words ?? [];
  if (words.some((word) => !word.trim()) || words.join(' ').length > limits.words_max) refuse('trigger_words', `Trigger words must not be empty and have together at most ${limits.words_max} characters.`);
  if (!after.callback_urls.length || after.callback_urls.join(' ').length > limits.urls_max) refuse('callback', `Name one address to call or several, together at most ${limits.urls_max} characters.`);
  for (const url of after.callback_urls) if (!URL.canParse(url) || !/^https?:\/\//i.test(url)) refuse('url', `"${url.slice(0, 80)}" is no address. It must begin with http:// or https://.`);
  if (!after.channel_id && !words.length) throw userError('api.webhook.create_outgoing.triggers.app_error', 'Without a channel there must be trigger words.');
  const others = (await getHooks(ctx.app)).by_team.get(after.team_id) ?? [];
  if (others.some((other) => collide(other, after))) throw userError('api.webhook.create_outgoing.intersect.app_error', 'Another webhook calls the same address on the same words already.');
  return after;
}

/** Refuses while outgoing webhooks are switched off. */
export function demandEnabled(ctx: Ctx): void {
  if (!ctx.settings.get(enableOutgoingWebhooks)) throw userError('api.outgoing_webhook.disabled.app_error', 'Outgoing webhooks are switched off on this server (ServiceSettings.EnableOutgoingWebhooks).', 501);
}
