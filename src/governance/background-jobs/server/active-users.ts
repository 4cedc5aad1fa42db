import type { JobType } from './job-types.ts';

/** Counts the accounts of people that are not deactivated; the result is in the job's data. */
export const activeUsers: JobType = {
  type: 'active_users',
  run: async (ctx) => {
    const { count } = await ctx.db.slow.one<{ count: number }>('SELECT count(*) AS count FROM users WHERE delete_at = 0 AND NOT is_bot');
    return { active_users: String(count) };
  },
};
