import { z } from 'zod';
import { allOf, fields, invalidBody, query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { escapeLike, selfOrManager } from '#identity/users/server/feature.ts';
import { needOwnToken } from '../actions/access-tokens.ts';
import { listTokens, listTokensOf, searchTokens } from '../access-tokens.store.ts';

const MAX_FOUND = 100;
const pageInput = { page: fields.page(), per_page: fields.perPage() };

export const listAllTokens = query({
  name: 'list-access-tokens',
  summary: 'Lists the personal tokens of everybody, without what makes them work.',
  input: z.object(pageInput),
  permission: inSystem('manage_system'),
  run: (ctx, { page, per_page }) => listTokens(ctx.db, { limit: per_page, offset: page * per_page }),
});

export const listTokensOfUser = query({
  name: 'list-access-tokens-of-user',
  summary: 'Lists the personal tokens of an account.',
  input: z.object({ user_id: fields.id(), ...pageInput }),
  permission: allOf(inSystem('read_user_access_token'), selfOrManager('edit_other_users')),
  run: (ctx, { user_id, page, per_page }) => listTokensOf(ctx.db, user_id, { limit: per_page, offset: page * per_page }),
});

export const getToken = query({
  name: 'get-access-token',
  summary: 'Gets a personal token by its id.',
  input: z.object({ token_id: fields.id() }),
  permission: inSystem('read_user_access_token'),
  run: (ctx, { token_id }) => needOwnToken(ctx, token_id),
});

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
