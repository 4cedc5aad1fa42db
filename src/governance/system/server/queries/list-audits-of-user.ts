import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { needUser, selfOrManager } from '#identity/users/server/feature.ts';
import { readAudits } from '../audits.ts';

export const listAuditsOfUser = query({
  name: 'list-audits-of-user',
  summary: 'Lists what an account did, the newest first.',
  input: z.object({ user_id: fields.id(), page: fields.page(), per_page: fields.perPage(60, 1000) }),
  permission: selfOrManager('edit_other_users'),
  run: async (ctx, { user_id, page, per_page }) => {
    await needUser(ctx, user_id);
    return readAudits(ctx, user_id, { limit: per_page, offset: page * per_page });
  },
});
