import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { fields, query } from '#kernel/server/index.ts';
import type { CommandRequest } from '../../wire/index.ts';
import { listRequests } from '../contracts.store.ts';

export const listCommandRequests = query({
  name: 'list-command-requests',
  summary: 'List who asked for dangerous commands, and what became of it, the newest first.',
  input: z.object({ page: fields.page(), per_page: fields.perPage() }),
  permission: inSystem('manage_system'),
  run: async (ctx, { page, per_page }): Promise<CommandRequest[]> => (await listRequests(ctx.db, { limit: per_page, offset: page * per_page })).map(({ contract_at: _c, target_at: _t, ...request }) => request),
});
