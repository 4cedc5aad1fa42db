import { userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import { canReadChannel, isChannelMember } from '#messaging/channels/server/feature.ts';
import { findContract, findRequest, type RequestRow } from './contracts.store.ts';

/** The request, or a 404. Who cannot read its channel does not learn of it. */
export async function needRequest(ctx: Ctx, request_id: string): Promise<RequestRow> {
  const request = await findRequest(ctx.db, request_id);
  if (!request || !(await canReadChannel(ctx, request.channel_id))) throw userError('api.muster.command_request.get.app_error', 'There is no such request.', 404);
  return request;
}

/** Rule: a person whom the contract names, or of the channel if it names nobody. Never who asked, except to confirm what needs no approval. */
export const decides: PermissionRule<{ request_id: string }> = {
  scope: 'object',
  ids: [],
  reason: 'for those whom the contract of the command names',
  check: async (ctx, { request_id }) => {
    const request = await needRequest(ctx, request_id);
    const contract = await findContract(ctx.db, { id: request.contract_id });
    if (!contract || ctx.actor.is_bot || ctx.actor.is_guest) return false;
    const is_own = request.requester_id === ctx.actor.user_id;
    if (contract.approvals_needed === 0 || is_own) return contract.approvals_needed === 0 && is_own;
    return contract.approver_ids.length ? contract.approver_ids.includes(ctx.actor.user_id) : isChannelMember(ctx.app, request.channel_id, ctx.actor.user_id);
  },
};
