import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { action, fields } from '#kernel/server/index.ts';
import { deleteContract } from '../contracts.store.ts';
import { contractsChanged } from '../guarded-actions.ts';
import { needContract } from '../contracts.rules.ts';

/** Ends a contract: its command runs like any other. What waits under it is not run. */
export const deleteCommandContract = action({
  name: 'delete-command-contract',
  summary: 'End the contract of a command.',
  input: z.object({ contract_id: fields.id() }),
  permission: inSystem('manage_system'),
  run: async (ctx, { contract_id }) => {
    await needContract(ctx, contract_id);
    await deleteContract(ctx.db, contract_id);
    await contractsChanged(ctx.app);
  },
});
