import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { action, fields } from '#kernel/server/index.ts';
import type { CommandContract } from '../../wire/index.ts';
import { contractFields } from '../contracts.fields.ts';
import { saveContract } from '../contracts.store.ts';
import { contractsChanged } from '../guarded-actions.ts';
import { checkContract, needContract, takenTarget } from '../contracts.rules.ts';

/** Replaces a contract. Requests that wait under the old one must be made again. */
export const updateCommandContract = action({
  name: 'update-command-contract',
  summary: 'Change what must happen before a dangerous command runs.',
  input: z.object({ contract_id: fields.id(), ...contractFields }),
  permission: inSystem('manage_system'),
  run: async (ctx, { contract_id, ...given }): Promise<CommandContract> => {
    const before = await needContract(ctx, contract_id);
    await checkContract(ctx, given);
    const after = { ...before, ...given, update_at: Math.max(ctx.now, before.update_at + 1) };
    if (!(await saveContract(ctx.db, after))) throw takenTarget();
    await contractsChanged(ctx.app);
    return after;
  },
});
