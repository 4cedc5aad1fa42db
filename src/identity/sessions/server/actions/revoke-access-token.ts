import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { removeAccessToken } from '../sessions.ts';
import { needOwnToken } from '../access-tokens.ts';

const input = z.object({ token_id: z.string() });

export const revokeToken = action({
  name: 'revoke-access-token',
  summary: 'Takes a personal token away for good.',
  input,
  permission: inSystem('revoke_user_access_token'),
  run: async (ctx, { token_id }) => removeAccessToken(ctx, await needOwnToken(ctx, token_id)),
});
