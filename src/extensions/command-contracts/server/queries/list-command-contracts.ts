import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { query } from '#kernel/server/index.ts';
import { readContracts } from '../contracts.store.ts';

export const listCommandContracts = query({
  name: 'list-command-contracts',
  summary: 'List the contracts of dangerous commands.',
  input: z.object({}),
  permission: inSystem('manage_system'),
  run: (ctx) => readContracts(ctx.db),
});
