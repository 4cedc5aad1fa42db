import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { setActive } from '../access-tokens.ts';

const input = z.object({ token_id: z.string() });

export const disableToken = action({
  name: 'disable-access-token',
  summary: 'Makes a personal token useless until it is enabled again.',
  input,
  permission: inSystem('revoke_user_access_token'),
  run: (ctx, { token_id }) => setActive(ctx, token_id, false),
});
