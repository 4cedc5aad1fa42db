import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { deleteAllSessions } from '../sessions.store.ts';
import { endedSessions } from '../sessions.ts';

export const revokeAllSessions = action({
  name: 'revoke-all-sessions',
  summary: 'Ends every session of everybody.',
  input: z.object({}),
  permission: inSystem('manage_system'),
  run: async (ctx) => endedSessions(ctx.app, await deleteAllSessions(ctx.db, '')),
});
