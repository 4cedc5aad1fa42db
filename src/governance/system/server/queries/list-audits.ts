import { z } from 'zod';
import { fields, query, type Ctx } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { needUser, selfOrManager } from '#identity/users/server/feature.ts';

const MAX_PER_PAGE = 1000;
const SELECT = "SELECT id, create_at, user_id, action, trim(outcome || ' ' || extra_info) AS extra_info, ip_address, session_id FROM audits";

export const listAudits = query({
  name: 'list-audits',
  summary: 'Lists who did what, the newest first.',
  input: z.object({ page: fields.page(), per_page: fields.perPage(60, MAX_PER_PAGE) }),
  permission: inSystem('read_audits'),
  run: async (ctx, { page, per_page }) => {
    await fresh(ctx);
    return ctx.db.rows(`${SELECT} ORDER BY create_at DESC, id DESC LIMIT $1 OFFSET $2`, [per_page, page * per_page]);
  },
});

export const listAuditsOfUser = query({
  name: 'list-audits-of-user',
  summary: 'Lists what an account did, the newest first.',
  input: z.object({ user_id: fields.id(), page: fields.page(), per_page: fields.perPage(60, MAX_PER_PAGE) }),
  permission: selfOrManager('edit_other_users'),
  run: async (ctx, { user_id, page, per_page }) => {
    await needUser(ctx, user_id);
    await fresh(ctx);
    return ctx.db.rows(`${SELECT} WHERE user_id = $1 ORDER BY create_at DESC, id DESC LIMIT $2 OFFSET $3`, [user_id, per_page, page * per_page]);
  },
});

// Records are written a moment later; who asks for them wants the last ones too.
function fresh(ctx: Ctx): Promise<void> {
  return ctx.app.audit.flush();
}
