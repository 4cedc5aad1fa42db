import { hasTeamPermission } from '#identity/teams/server/feature.ts';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import { canReadChannel, getChannel } from '#messaging/channels/server/feature.ts';
import { findPost } from '#messaging/posts/server/feature.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import type { IncomingWebhook } from '../wire/index.ts';
import { getIncomingWebhook } from './webhooks.cache.ts';
import { isPostOf } from './webhooks.store.ts';

const OWN = 'manage_own_incoming_webhooks';
const OTHERS = 'manage_others_incoming_webhooks';

/** Who may manage the webhooks of a team, one's own or those of others; with team_id '' of all teams. */
export async function mayManage(ctx: Ctx, team_id: string, whose: 'own' | 'others'): Promise<boolean> {
  const permission = whose === 'own' ? OWN : OTHERS;
  return team_id ? hasTeamPermission(ctx, team_id, permission) : hasPermission(ctx, permission);
}

/** Rule: may make webhooks in the channel that the input names, also for somebody else if it names one. */
export const makesWebhooks: PermissionRule<{ channel_id: string; user_id?: string | undefined }> = {
  scope: 'channel',
  ids: [OWN, OTHERS],
  check: async (ctx, { channel_id, user_id }) => {
    const channel = await getChannel(ctx.app, channel_id);
    if (!channel) throw userError('app.channel.get.existing.app_error', 'There is no such channel.', 404);
    if (!(await mayManage(ctx, channel.team_id, 'own')) || (channel.type !== 'O' && !(await canReadChannel(ctx, channel_id)))) return false;
    return !user_id || user_id === ctx.actor.user_id || mayManage(ctx, channel.team_id, 'others');
  },
};

/** Rule: may manage the webhook that the input names. */
export const managesWebhook: PermissionRule<{ hook_id: string }> = {
  scope: 'object',
  ids: [OWN, OTHERS],
  check: async (ctx, { hook_id }) => {
    const hook = await needWebhook(ctx, hook_id);
    const channel = await getChannel(ctx.app, hook.channel_id);
    if (!(await mayManage(ctx, hook.team_id, 'own')) || (channel && channel.type !== 'O' && !(await canReadChannel(ctx, channel.id)))) return false;
    return hook.user_id === ctx.actor.user_id || mayManage(ctx, hook.team_id, 'others');
  },
};

/** Whether a webhook of the actor is locked to its channel: as asked for, and always without the right to leave locks open. */
export async function isLocked(ctx: Ctx, team_id: string, wanted: boolean | null | undefined): Promise<boolean> {
  return wanted === true || !(await hasTeamPermission(ctx, team_id, 'bypass_incoming_webhook_channel_lock'));
}

/** The webhook, or a 404. */
export async function needWebhook(ctx: Ctx, hook_id: string): Promise<IncomingWebhook> {
  const hook = await getIncomingWebhook(ctx.app, hook_id);
  if (!hook) throw userError('app.webhooks.get_incoming.app_error', 'There is no such incoming webhook.', 404);
  return hook;
}

/** A post that the webhook made and whose id it was told, or a 404; undefined if it was deleted. */
export async function findOwnPost(ctx: Ctx, hook_id: string, post_id: string): Promise<Post | undefined> {
  if (await isPostOf(ctx.db, hook_id, post_id)) return findPost(ctx.db, post_id);
  throw userError('web.incoming_webhook.general.app_error', 'This webhook has made no such message. Only messages whose ids it was told (?return=post) can be changed.', 404);
}
