import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { needOwnToken } from '../access-tokens.ts';

export const getToken = query({
  name: 'get-access-token',
  summary: 'Gets a personal token by its id.',
  input: z.object({ token_id: fields.id() }),
  permission: inSystem('read_user_access_token'),
  run: (ctx, { token_id }) => needOwnToken(ctx, token_id),
});
