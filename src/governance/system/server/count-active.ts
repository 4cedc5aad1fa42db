import type { Ctx } from '#kernel/server/index.ts';

/** How many people have an active account. */
export async function countActive(ctx: Ctx): Promise<number> {
  return (await ctx.db.one<{ count: number }>('SELECT count(*) FROM users WHERE delete_at = 0 AND NOT is_bot')).count;
}
