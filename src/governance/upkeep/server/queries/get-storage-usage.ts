import { z } from 'zod';
import { query, signedIn } from '#kernel/server/index.ts';

export const getStorageUsage = query({
  name: 'get-storage-usage',
  summary: 'Tells how many bytes files take.',
  input: z.object({}),
  permission: signedIn('clients show it to everybody, as the protocol has it'),
  run: async (ctx) => ctx.db.slow.one<{ bytes: number }>('SELECT coalesce(sum(size), 0) AS bytes FROM files WHERE delete_at = 0'),
});
