import { z } from 'zod';
import { query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { busyState } from '../busy.ts';

export const getServerBusy = query({
  name: 'get-server-busy',
  summary: 'Tells whether the server counts as busy.',
  input: z.object({}),
  permission: inSystem('manage_system'),
  run: (ctx) => busyState(ctx.app),
});
