import { z } from 'zod';
import { getUserByUsername } from '#identity/users/server/feature.ts';
import { action, anyone, AppError, fields, userError, type Ctx } from '#kernel/server/index.ts';
import { getChannel, getChannelByName, getOrCreateDirectChannel, isChannelMember } from '#messaging/channels/server/feature.ts';
import { prioritySchema } from '#messaging/posts/server/feature.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { IncomingWebhook } from '../../wire/index.ts';
import { postPayload } from '../post-payload.ts';
import { getIncomingWebhook } from '../webhooks.cache.ts';
import { incomingPayload, type ForeignPayload } from '../webhooks.extensions.ts';
import { demandEnabled } from './create-incoming-webhook.ts';

const text = z.string().nullish().transform((value) => (value ?? '').replaceAll('\u0000', ''));

const payload_schema = z.object({
  text,
  username: text,
  icon_url: text,
  icon_emoji: text,
  channel: text,
  type: text,
  props: fields.props().nullish().transform((props) => props ?? {}),
  priority: prioritySchema.extend({ priority: z.enum(['', 'important', 'urgent']) }).nullish(),
  attachments: z.array(fields.props().nullable()).nullish().transform((list) => (list ?? []).filter((a) => a !== null)),
});

export type Payload = z.output<typeof payload_schema>;

/** Posts what a tool sent to the address of an incoming webhook, in the name of the webhook's owner. */
export const receiveWebhook = action({
  name: 'receive-webhook',
  summary: 'Post what a tool sent to the address of an incoming webhook.',
  input: z.object({ hook_id: z.string(), headers: z.record(z.string(), z.unknown()), body: z.unknown() }),
  permission: anyone('the secret address is the credential'),
  unaudited: 'the post is its own record',
  run: async (ctx, { hook_id, headers, body }) => {
    demandEnabled(ctx);
    const hook = await getIncomingWebhook(ctx.app, hook_id);
    if (!hook) throw refused(400, 'There is no incoming webhook at this address, or it was deleted.');
    const { payload, is_foreign } = understand(ctx, body, headers as ForeignPayload['headers']);
    if (payload.type.startsWith('system_')) throw refused(400, 'Types that begin with "system_" are for the server.');
    const channel = await targetOf(ctx, hook, payload.channel);
    try {
      await postPayload(ctx, hook, channel, payload, !is_foreign);
    } catch (error) {
      throw error instanceof AppError ? refused(error.status, error.message) : error;
    }
  },
});

// In the protocol every refusal behind a webhook's address has this id; its status and words say what is wrong.
function refused(status: number, message: string): AppError {
  return userError('web.incoming_webhook.general.app_error', message, status);
}

function understand(ctx: Ctx, body: unknown, headers: ForeignPayload['headers']): { payload: Payload; is_foreign: boolean } {
  const parsed = payload_schema.safeParse(body);
  if (parsed.success && (parsed.data.text || parsed.data.attachments.length)) return { payload: parsed.data, is_foreign: false };
  if (body !== null && typeof body === 'object' && !Array.isArray(body)) {
    for (const recognise of ctx.app.all(incomingPayload)) {
      const known = recognise({ headers, body: body as Record<string, unknown> });
      if (known) return { payload: payload_schema.parse(known), is_foreign: true };
    }
  }
  if (parsed.success) throw refused(400, 'The payload has neither "text" nor "attachments". Send an object such as {"text": "Hello"}.');
  const issue = parsed.error.issues[0];
  throw userError('web.incoming_webhook.decode.app_error', `The payload cannot be read: ${issue?.path.join('.') || 'it'} ${issue?.message ?? ''}`);
}

async function targetOf(ctx: Ctx, hook: IncomingWebhook, name: string): Promise<Channel> {
  const channel = name ? await namedChannel(ctx, hook, name) : await getChannel(ctx.app, hook.channel_id);
  if (!channel) throw refused(404, name ? `There is no channel "${name.slice(0, 80)}" in the team of this webhook.` : 'The channel of this webhook does not exist any more.');
  if (hook.channel_locked && channel.id !== hook.channel_id) throw refused(403, 'This webhook is locked to its channel.');
  const is_closed = channel.type === 'P' || channel.type === 'G';
  if (is_closed && !(await isChannelMember(ctx.app, channel.id, hook.user_id))) throw refused(403, 'The owner of this webhook is not a member of that channel.');
  return channel;
}

async function namedChannel(ctx: Ctx, hook: IncomingWebhook, name: string): Promise<Channel | undefined> {
  if (!name.startsWith('@')) return getChannelByName(ctx.app, hook.team_id, name.replace(/^#/, ''));
  const user = await getUserByUsername(ctx.app, name.slice(1));
  if (!user) throw refused(400, `There is nobody called "${name.slice(0, 80)}".`);
  return getOrCreateDirectChannel(ctx, [hook.user_id, user.id]);
}
