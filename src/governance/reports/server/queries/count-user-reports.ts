import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { query } from '#kernel/server/index.ts';
import { conditionsOf, filterInput } from '../reports.input.ts';

export const countUserReports = query({
  name: 'count-user-reports',
  summary: 'Counts the accounts of a report.',
  input: z.object(filterInput),
  permission: inSystem('sysconsole_read_user_management_users'),
  run: async (ctx, given) => {
    const params: unknown[] = [];
    const where = conditionsOf(given, (value) => `$${params.push(value)}`);
    return (await ctx.db.slow.one<{ count: number }>(`SELECT count(*) FROM users u WHERE ${where}`, params)).count;
  },
});
