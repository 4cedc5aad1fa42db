import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { setBusy } from '../busy.ts';

export const clearServerBusy = action({
  name: 'clear-server-busy',
  summary: 'Ends the time in which the server does without searches and the like.',
  input: z.object({}),
  permission: inSystem('manage_system'),
  run: (ctx) => setBusy(ctx.app, 0),
});
