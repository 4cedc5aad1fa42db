import { hasPermission } from '#identity/roles/server/feature.ts';
import { hasTeamPermission } from '#identity/teams/server/feature.ts';
import { userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import { getChannel, hasChannelPermission } from '#messaging/channels/server/feature.ts';
import type { OutgoingWebhook } from '../wire/index.ts';
import { getHooks } from './outgoing-webhooks.cache.ts';

export const OWN = 'manage_own_outgoing_webhooks';
const OTHERS = 'manage_others_outgoing_webhooks';

/** Who may manage the webhooks of a channel, of a team, or with both '' of all: one's own, or those of others. */
export function mayManage(ctx: Ctx, of: { team_id: string; channel_id?: string }, whose: 'own' | 'others'): Promise<boolean> {
  const permission = whose === 'own' ? OWN : OTHERS;
  if (of.channel_id) return hasChannelPermission(ctx, of.channel_id, permission);
  return of.team_id ? hasTeamPermission(ctx, of.team_id, permission) : hasPermission(ctx, permission);
}

/** Rule: may make webhooks in the team that the input names, also for somebody else if it names one. */
export const makesHooks: PermissionRule<{ team_id: string; creator_id?: string | null | undefined }> = {
  scope: 'team',
  ids: [OWN, OTHERS],
  check: async (ctx, { team_id, creator_id }) => (await mayManage(ctx, { team_id }, 'own')) && (!creator_id || creator_id === ctx.actor.user_id || mayManage(ctx, { team_id }, 'others')),
};

/** Rule: may manage the webhook that the input names. */
export const managesHook: PermissionRule<{ hook_id: string }> = {
  scope: 'object',
  ids: [OWN, OTHERS],
  check: async (ctx, { hook_id }) => {
    const { team_id, creator_id } = await needHook(ctx, hook_id);
    return (await mayManage(ctx, { team_id }, 'own')) && (creator_id === ctx.actor.user_id || mayManage(ctx, { team_id }, 'others'));
  },
};

/** The webhook, or a 404. */
export async function needHook(ctx: Ctx, hook_id: string): Promise<OutgoingWebhook> {
  const hook = (await getHooks(ctx.app)).by_id.get(hook_id);
  if (!hook) throw userError('app.webhooks.get_outgoing.app_error', 'There is no such outgoing webhook.', 404);
  return hook;
}

/** Refuses a channel that is not open, or of another team. */
export async function demandOpenChannel(channel_id: string, team_id: string, ctx: Ctx): Promise<void> {
  if (!channel_id) return;
  const channel = await getChannel(ctx.app, channel_id);
  if (!channel) throw userError('app.channel.get.existing.app_error', 'There is no such channel.', 404);
  if (channel.type !== 'O') throw userError('api.webhook.create_outgoing.not_open.app_error', 'Outgoing webhooks hear open channels only.', 403);
  if (channel.team_id !== team_id) throw userError('api.webhook.create_outgoing.permissions.app_error', 'The channel is of another team.', 403);
}
