import { hasPermission } from '#identity/roles/server/feature.ts';
import { hasTeamPermission } from '#identity/teams/server/feature.ts';
import { getUser, mayManage as mayManageAccount } from '#identity/users/server/feature.ts';
import { userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import { getChannel } from '#messaging/channels/server/feature.ts';
import { getSubscriptions } from './subscriptions.cache.ts';
import type { SubscriptionRow } from './subscriptions.store.ts';

const OWN = 'manage_own_outgoing_webhooks';
const OTHERS = 'manage_others_outgoing_webhooks';

/** Whether the actor may have such subscriptions: in a team who may make outgoing webhooks there, across teams who may in all. */
export async function mayHave(ctx: Ctx, { team_id, channel_id }: { team_id?: string | null | undefined; channel_id?: string | null | undefined }, whose: 'own' | 'others' = 'own'): Promise<boolean> {
  const permission = whose === 'own' ? OWN : OTHERS;
  const of_team = team_id || (channel_id ? ((await getChannel(ctx.app, channel_id))?.team_id ?? '') : '');
  return of_team ? hasTeamPermission(ctx, of_team, permission) : hasPermission(ctx, permission);
}

/** Rule: may make a subscription for the team or channel that the input names; for somebody else only a bot of one's own, or with the permission for others. */
export const makesSubscriptions: PermissionRule<{ team_id?: string | null | undefined; channel_id?: string | null | undefined; owner_id?: string | null | undefined }> = {
  scope: 'team',
  ids: [OWN, OTHERS],
  check: async (ctx, i) => {
    if (!(await mayHave(ctx, i))) return false;
    if (!i.owner_id || i.owner_id === ctx.actor.user_id) return true;
    // It hears what its owner hears: making one for a person would be reading over the shoulder.
    return (await getUser(ctx.app, i.owner_id))?.is_bot === true && mayManageAccount(ctx, i.owner_id, 'manage_others_bots');
  },
};

/** Rule: may see, switch off and delete the subscription: its owner, and who may manage those of others. */
export const managesSubscription: PermissionRule<{ subscription_id: string }> = {
  scope: 'object',
  ids: [OWN, OTHERS],
  check: async (ctx, { subscription_id }) => isManagedBy(ctx, await needSubscription(ctx, subscription_id)),
};

/** Rule: owns the subscription, or the bot that owns it. Nobody else may say where it sends what the owner hears. */
export const ownsSubscription: PermissionRule<{ subscription_id: string }> = {
  scope: 'object',
  ids: [OWN],
  check: async (ctx, { subscription_id }) => isOwnedBy(ctx, await needSubscription(ctx, subscription_id)),
};

/** Whether it is the actor's, or a bot's that the actor manages. */
export async function isOwnedBy(ctx: Ctx, { owner_id }: SubscriptionRow): Promise<boolean> {
  if (owner_id === ctx.actor.user_id) return true;
  return (await getUser(ctx.app, owner_id))?.is_bot === true && mayManageAccount(ctx, owner_id, 'manage_others_bots');
}

/** Whether the actor may see, switch off and delete it. */
export async function isManagedBy(ctx: Ctx, subscription: SubscriptionRow): Promise<boolean> {
  return (await isOwnedBy(ctx, subscription)) || mayHave(ctx, subscription, 'others');
}

/** The subscription, or a 404. */
export async function needSubscription(ctx: Ctx, id: string): Promise<SubscriptionRow> {
  const subscription = (await getSubscriptions(ctx.app)).by_id.get(id);
  if (!subscription) throw userError('muster.subscriptions.not_found', 'There is no such subscription.', 404);
  return subscription;
}
