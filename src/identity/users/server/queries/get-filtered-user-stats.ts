import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import type { UsersStats } from '../../wire/index.ts';
import { countUsers } from './user-filter.ts';

export const getFilteredUserStats = query({
  name: 'get-filtered-user-stats',
  summary: 'Counts accounts by team, channel and roles.',
  input: z.object({ in_team: z.string().default(''), in_channel: z.string().default(''), include_deleted: fields.queryFlag(), include_bots: fields.queryFlag(), roles: z.string().default('') }),
  permission: inSystem('sysconsole_read_user_management_users'),
  run: async (ctx, input): Promise<UsersStats> => ({
    total_users_count: await countUsers(ctx, {
      scopes: { in_team: input.in_team, in_channel: input.in_channel },
      roles: input.roles.split(',').filter(Boolean),
      without_bots: !input.include_bots,
      ...(input.include_deleted ? {} : { is_active: true }),
    }),
  }),
});
