import { z } from 'zod';
import { invalidBody, query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { escapeLike } from '#identity/users/server/feature.ts';
import { searchTokens } from '../access-tokens.store.ts';

const MAX_FOUND = 100;

export const findTokens = query({
  name: 'search-access-tokens',
  summary: "Finds personal tokens by the beginning of their id or of their owner's id or name.",
  input: z.object({ term: z.string().default('') }),
  permission: inSystem('manage_system'),
  run: (ctx, { term }) => {
    if (!term) throw invalidBody('term');
    return searchTokens(ctx.db, escapeLike(term), MAX_FOUND);
  },
});
