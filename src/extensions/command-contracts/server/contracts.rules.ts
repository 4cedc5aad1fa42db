import { userError, type Ctx } from '#kernel/server/index.ts';
import { actionOfKey } from '#extensions/interactions/server/feature.ts';
import { findCustomCommandById } from '#extensions/commands/server/feature.ts';
import type { CommandContract } from '../wire/index.ts';
import { findContract } from './contracts.store.ts';

/** Refuses contracts that can never be fulfilled, and those of nothing. */
export async function checkContract(ctx: Ctx, contract: Pick<CommandContract, 'target' | 'approvals_needed' | 'approver_ids'>): Promise<void> {
  const [kind, name = ''] = contract.target.split(':');
  const exists = kind === 'action' ? actionOfKey(ctx.app, name) : await findCustomCommandById(ctx, name);
  if (!exists) throw userError('api.muster.command_contract.target.app_error', 'There is no such command or action.', 404);
  if (contract.approver_ids.length && contract.approvals_needed > new Set(contract.approver_ids).size) throw userError('api.muster.command_contract.approvals.app_error', 'More approvals are needed than there are people who may give them.');
}

export async function needContract(ctx: Ctx, contract_id: string): Promise<CommandContract> {
  const contract = await findContract(ctx.db, { id: contract_id });
  if (!contract) throw userError('api.muster.command_contract.get.app_error', 'There is no such contract.', 404);
  return contract;
}

export function takenTarget() {
  return userError('api.muster.command_contract.taken.app_error', 'This command has a contract already. Change that one.', 409);
}
