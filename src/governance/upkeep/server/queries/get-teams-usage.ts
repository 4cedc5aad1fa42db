import { z } from 'zod';
import { query, signedIn } from '#kernel/server/index.ts';

export const getTeamsUsage = query({
  name: 'get-teams-usage',
  summary: 'Tells how many teams there are.',
  input: z.object({}),
  permission: signedIn('clients show it to everybody, as the protocol has it'),
  run: async (ctx) => ({ ...(await ctx.db.one<{ active: number }>('SELECT count(*) AS active FROM teams WHERE delete_at = 0')), cloud_archived: 0 }),
});
