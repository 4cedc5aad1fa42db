import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { selfOrManager } from '#identity/users/server/feature.ts';
import { revokeSessions } from '../sessions.ts';

export const revokeSessionsOf = action({
  name: 'revoke-sessions-of-user',
  summary: 'Ends every session of an account, the current one too.',
  input: z.object({ user_id: fields.id() }),
  permission: selfOrManager('edit_other_users'),
  run: (ctx, { user_id }) => revokeSessions(ctx, user_id),
});
