import { newId, userError, type CommandAnswer, type CommandCall } from '#kernel/server/index.ts';
import type { CommandTarget } from '#extensions/commands/server/feature.ts';
import { postWithButtons } from '#extensions/interactions/server/feature.ts';
import { expireCommandRequest } from './contracts.jobs.ts';
import { findContract, insertRequest, setRequestPost, type RequestRow } from './contracts.store.ts';
import { buttonsOf, demandPolicy, describe } from './requests.ts';

const MAX_TEXT = 4_000;

/** Holds a command that has a contract: its policy is checked, its plan shown, and people are asked. */
export async function holdCommand(call: CommandCall, target: CommandTarget): Promise<CommandAnswer | undefined> {
  const { ctx } = call;
  const contract = await findContract(ctx.db, { target: target.key });
  if (!contract) return undefined;
  demandPolicy(contract, { user_id: ctx.actor.user_id, channel_id: call.channel_id }, ctx.now);
  if (ctx.actor.is_bot) throw userError('api.muster.command_contract.refused.app_error', 'Only people can ask for a command that has a contract.', 403);
  const plan = contract.has_plan || target.key.startsWith('action:') ? (await target.plan()).slice(0, MAX_TEXT) : '';
  const id = newId(ctx.now);
  const expires_at = ctx.now + contract.expiry_minutes * 60_000;
  const request: RequestRow = {
    id, create_at: ctx.now, expires_at, contract_id: contract.id, contract_at: contract.update_at, target: target.key, target_at: target.changed_at, requester_id: ctx.actor.user_id,
    channel_id: call.channel_id, team_id: call.team_id, root_id: call.root_id, line: lineOf(call, target), plan, status: 'waiting', approved_by: [], ended_by: '', result: '', post_id: '',
  };
  await ctx.db.tx(async (tx) => {
    await insertRequest(tx, request);
    await ctx.jobs.add(expireCommandRequest, { request_id: id }, { run_at: expires_at, key: `command-request ${id}`, tx });
  });
  const post = await postWithButtons(ctx, { channel_id: request.channel_id, root_id: request.root_id, ...(await describe(ctx, contract, request)), buttons: buttonsOf(ctx, contract, request) });
  await setRequestPost(ctx.db, id, post.id);
  return { text: contract.approvals_needed ? `Asked for. It runs when ${contract.approvals_needed} of those who may have approved it.` : 'Look at the plan, then confirm it by its button.' };
}

// The word as it was found, and what was written after it.
function lineOf({ text }: CommandCall, target: CommandTarget): string {
  return `${target.word} ${text}`.trim();
}
