import { hasPermission } from '#identity/roles/server/feature.ts';
import { hasTeamPermission, teamMembershipsOf } from '#identity/teams/server/feature.ts';
import { mayManage } from '#identity/users/server/feature.ts';
import { userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import { canReadChannel } from '#messaging/channels/server/feature.ts';
import type { Delivery } from '../wire/index.ts';
import { readDelivery, type DeliveryRow } from './deliveries.store.ts';
import { flushDeliveries } from './recorder.ts';

/** Whose deliveries somebody sees: all, those of teams, one's own. */
export interface Sight {
  readonly is_all: boolean;
  readonly team_ids: readonly string[];
  readonly user_id: string;
}

const TEAM = 'manage_team';
const SYSTEM = 'manage_system';

/** What the actor sees of the ledger: administrators of the system all, those of teams what happens there, everybody their own. */
export async function sightOf(ctx: Ctx): Promise<Sight> {
  const { user_id } = ctx.actor;
  if (await hasPermission(ctx, SYSTEM)) return { is_all: true, team_ids: [], user_id };
  const team_ids: string[] = [];
  for (const team_id of (await teamMembershipsOf(ctx.app, user_id)).keys()) if (await hasTeamPermission(ctx, team_id, TEAM)) team_ids.push(team_id);
  return { is_all: false, team_ids, user_id };
}

/** Rule: may see and replay the delivery that the input names; others do not learn that it exists. */
export const managesDelivery: PermissionRule<{ delivery_id: string }> = {
  scope: 'object',
  ids: [TEAM, SYSTEM],
  check: async (ctx, { delivery_id }) => {
    const delivery = await needDelivery(ctx, delivery_id);
    const sight = await sightOf(ctx);
    const isSeen = sight.is_all || sight.team_ids.includes(delivery.team_id) || isOwner(ctx, delivery) || (await mayManage(ctx, delivery.owner_id, SYSTEM));
    if (!isSeen) throw unknownDelivery();
    return true;
  },
};

/** The row, or a 404. */
export async function needDelivery(ctx: Ctx, id: string): Promise<DeliveryRow> {
  await flushDeliveries(ctx.app);
  const delivery = await readDelivery(ctx.db, id);
  if (!delivery) throw unknownDelivery();
  return delivery;
}

function unknownDelivery(): Error {
  return userError('muster.deliveries.not_found', 'There is no such delivery, or it is older than what is kept.', 404);
}

function isOwner(ctx: Ctx, { owner_id }: Delivery): boolean {
  return owner_id !== '' && owner_id === ctx.actor.user_id;
}

/** Deliveries as the actor may see them: what was said in channels that he cannot read stays with the owner. */
export async function showDeliveries(ctx: Ctx, deliveries: readonly Delivery[]): Promise<Delivery[]> {
  return Promise.all(deliveries.map(async (delivery) => {
    const isOpen = isOwner(ctx, delivery) || !delivery.channel_id || (await canReadChannel(ctx, delivery.channel_id));
    if (isOpen) return delivery;
    return { ...delivery, request: { ...delivery.request, body: '' }, answer: { ...delivery.answer, body: '' }, is_withheld: true };
  }));
}
