import { z } from 'zod';
import { query, signedIn } from '#kernel/server/index.ts';
import type { UsersStats } from '../../wire/index.ts';
import { countUsers } from './user-filter.ts';

export const getUserStats = query({
  name: 'get-user-stats',
  summary: 'Counts the active accounts of people.',
  input: z.object({}),
  permission: signedIn('a number without names; guests get that of the people they know'),
  run: async (ctx): Promise<UsersStats> => ({ total_users_count: await countUsers(ctx, { is_active: true, without_bots: true }) }),
});
