import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { setActive } from '../access-tokens.ts';

const input = z.object({ token_id: z.string() });

export const enableToken = action({
  name: 'enable-access-token',
  summary: 'Makes a disabled personal token work again.',
  input,
  permission: inSystem('create_user_access_token'),
  run: (ctx, { token_id }) => setActive(ctx, token_id, true),
});
