import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { listTokens } from '../access-tokens.store.ts';

const pageInput = { page: fields.page(), per_page: fields.perPage() };

export const listAllTokens = query({
  name: 'list-access-tokens',
  summary: 'Lists the personal tokens of everybody, without what makes them work.',
  input: z.object(pageInput),
  permission: inSystem('manage_system'),
  run: (ctx, { page, per_page }) => listTokens(ctx.db, { limit: per_page, offset: page * per_page }),
});
