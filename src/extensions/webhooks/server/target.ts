import { getUserByUsername } from '#identity/users/server/feature.ts';
import type { Ctx } from '#kernel/server/index.ts';
import { getChannel, getChannelByName, getOrCreateDirectChannel, isChannelMember } from '#messaging/channels/server/feature.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { IncomingWebhook } from '../wire/index.ts';
import { refused } from './understand.ts';

/** The channel of a payload: the one that it names, else the webhook's. Refused where the webhook or its owner may not post. */
export async function targetOf(ctx: Ctx, hook: IncomingWebhook, name: string): Promise<Channel> {
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
