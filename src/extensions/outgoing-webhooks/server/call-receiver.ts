import { z } from 'zod';
import { teamMembershipsOf } from '#identity/teams/server/feature.ts';
import { getUser } from '#identity/users/server/feature.ts';
import { parseJson, userError, type Ctx, type OutsideAnswer } from '#kernel/server/index.ts';
import type { DeliveryKind, DeliveryRow, NotSent, OutgoingCall } from '#extensions/deliveries/server/feature.ts';
import { enableIconOverride, enableUsernameOverride } from '#extensions/webhooks/server/feature.ts';
import { createPost, prioritySchema } from '#messaging/posts/server/feature.ts';
import { post_limits } from '#messaging/posts/wire/index.ts';
import type { OutgoingWebhook } from '../wire/index.ts';
import { getHooks } from './outgoing-webhooks.cache.ts';
import { KIND, type QueuedCall } from './queue-calls.ts';

const RESERVED = /^(from_|override_|webhook_display_name$|deleteBy$|add_channel_member$|attachments$|mentionHighlightDisabled$|disable_group_highlight$|force_notification$|previewed_post$)/;

const text = z.string().nullish().transform((value) => (value ?? '').replaceAll('\u0000', ''));

const answer_schema = z.object({
  text,
  username: text,
  icon_url: text,
  type: text,
  response_type: text,
  props: z.record(z.string(), z.unknown()).nullish(),
  attachments: z.array(z.record(z.string(), z.unknown()).nullable()).nullish(),
  priority: prioritySchema.nullish(),
});

/** How outgoing webhooks call their receivers and show what these answer. */
export const outgoingWebhookKind: DeliveryKind = { kind: KIND, call: callOf, answered: postAnswer };

async function callOf(ctx: Ctx, delivery: DeliveryRow): Promise<OutgoingCall | NotSent> {
  const hook = (await getHooks(ctx.app)).by_id.get(delivery.integration_id);
  if (!hook) return { refused: 'The webhook was deleted.' };
  const owner = await getUser(ctx.app, hook.creator_id);
  if (!owner || owner.delete_at) return { refused: 'The owner of the webhook is deactivated.' };
  // Who has left a team must not go on hearing it.
  if (!(await teamMembershipsOf(ctx.app, owner.id)).has(hook.team_id)) return { refused: 'The owner of the webhook is not in the team any more.' };
  const { callback, fields } = delivery.payload as QueuedCall;
  const url = hook.callback_urls[callback];
  if (!url) return { refused: 'The webhook does not have this address any more.' };
  const payload = { token: hook.token, ...fields };
  const is_json = hook.content_type === 'application/json';
  const form = { ...payload, timestamp: String(Math.floor(payload.timestamp / 1000)) };
  return {
    url,
    headers: { accept: 'application/json', 'content-type': is_json ? 'application/json' : 'application/x-www-form-urlencoded' },
    body: is_json ? JSON.stringify(payload) : new URLSearchParams(form).toString(),
    secrets: [hook.token],
  };
}

// No body, or no text in it, means: nothing to say.
async function postAnswer(ctx: Ctx, delivery: DeliveryRow, answer: OutsideAnswer): Promise<{ post_id: string } | void> {
  const hook = (await getHooks(ctx.app)).by_id.get(delivery.integration_id);
  const raw = answer.body.toString('utf8').trim();
  if (!hook || !raw) return;
  const said = read(raw);
  const attachments = (said.attachments ?? []).filter((one) => one !== null);
  if (!said.text && !attachments.length) return;
  if (said.type.startsWith('system_')) throw userError('outgoing_webhooks.answer', 'Types that begin with "system_" are for the server.');
  const { fields, root_id } = delivery.payload as QueuedCall;
  const props = { ...Object.fromEntries(Object.entries(said.props ?? {}).filter(([key]) => !RESERVED.test(key))), ...propsOf(ctx, hook, said), ...(attachments.length && { attachments }) };
  const post = await createPost(
    ctx,
    {
      channel_id: fields.channel_id, user_id: hook.creator_id, message: [...said.text].slice(0, post_limits.message_max).join(''), props, type: said.type || (attachments.length ? 'slack_attachment' : ''),
      root_id: said.response_type === 'comment' ? root_id || fields.post_id : '', metadata: { priority: said.priority },
    },
    { set_online: false },
  );
  return { post_id: post.id };
}

function read(raw: string): z.output<typeof answer_schema> {
  let value: unknown;
  try {
    value = parseJson(raw);
  } catch {
    throw userError('outgoing_webhooks.answer', 'it is not JSON. Answer with an object such as {"text": "Hello"}, or with nothing.');
  }
  const parsed = answer_schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw userError('outgoing_webhooks.answer', `${parsed.error.issues[0]?.path.join('.') || 'it'} has the wrong type. Answer with an object such as {"text": "Hello"}.`);
}

function propsOf(ctx: Ctx, hook: OutgoingWebhook, said: { username: string; icon_url: string }): Record<string, string> {
  const username = said.username || hook.username;
  const icon_url = said.icon_url || hook.icon_url;
  return {
    from_webhook: 'true',
    webhook_display_name: hook.display_name,
    ...(ctx.settings.get(enableUsernameOverride) && { override_username: username || 'webhook' }),
    ...(ctx.settings.get(enableIconOverride) && icon_url && { override_icon_url: icon_url }),
  };
}
