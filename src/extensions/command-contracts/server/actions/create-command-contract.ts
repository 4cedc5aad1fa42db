import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { action, newId } from '#kernel/server/index.ts';
import type { CommandContract } from '../../wire/index.ts';
import { contractFields } from '../contracts.fields.ts';
import { saveContract } from '../contracts.store.ts';
import { contractsChanged } from '../guarded-actions.ts';
import { checkContract, takenTarget } from '../contracts.rules.ts';

/** Puts a command under a contract: from now on it runs only as the contract says. */
export const createCommandContract = action({
  name: 'create-command-contract',
  summary: 'Say what must happen before a dangerous command runs.',
  input: z.object(contractFields),
  permission: inSystem('manage_system'),
  run: async (ctx, given): Promise<CommandContract> => {
    await checkContract(ctx, given);
    const contract: CommandContract = { ...given, id: newId(ctx.now), create_at: ctx.now, update_at: ctx.now, creator_id: ctx.actor.user_id };
    if (!(await saveContract(ctx.db, contract))) throw takenTarget();
    await contractsChanged(ctx.app);
    return contract;
  },
});
