import { z } from 'zod';
import { query, signedIn } from '#kernel/server/index.ts';

export const getPostsUsage = query({
  name: 'get-posts-usage',
  summary: 'Tells how many messages there are.',
  input: z.object({}),
  permission: signedIn('clients show it to everybody, as the protocol has it'),
  run: async (ctx) => ctx.db.slow.one<{ count: number }>("SELECT coalesce(sum(total_msg_count), 0) AS count FROM channels"),
});
