import type { Ctx } from '#kernel/server/index.ts';

interface Audit {
  readonly id: string;
  readonly create_at: number;
  readonly user_id: string;
  readonly action: string;
  readonly extra_info: string;
  readonly ip_address: string;
  readonly session_id: string;
}

/** The newest audit records, of one account or (with '') of all. Those that wait to be written are written first. */
export async function readAudits(ctx: Ctx, user_id: string, page: { limit: number; offset: number }): Promise<Audit[]> {
  await ctx.app.audit.flush();
  return ctx.db.rows<Audit>(
    `SELECT id, create_at, user_id, action, trim(outcome || ' ' || extra_info) AS extra_info, ip_address, session_id FROM audits
     ${user_id ? 'WHERE user_id = $3' : ''} ORDER BY create_at DESC, id DESC LIMIT $1 OFFSET $2`,
    [page.limit, page.offset, ...(user_id ? [user_id] : [])],
  );
}
