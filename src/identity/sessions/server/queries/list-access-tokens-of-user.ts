import { z } from 'zod';
import { allOf, fields, query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { selfOrManager } from '#identity/users/server/feature.ts';
import { listTokensOf } from '../access-tokens.store.ts';

const pageInput = { page: fields.page(), per_page: fields.perPage() };

export const listTokensOfUser = query({
  name: 'list-access-tokens-of-user',
  summary: 'Lists the personal tokens of an account.',
  input: z.object({ user_id: fields.id(), ...pageInput }),
  permission: allOf(inSystem('read_user_access_token'), selfOrManager('edit_other_users')),
  run: (ctx, { user_id, page, per_page }) => listTokensOf(ctx.db, user_id, { limit: per_page, offset: page * per_page }),
});
