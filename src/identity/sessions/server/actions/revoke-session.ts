import { z } from 'zod';
import { action, fields, invalidBody, invalidUrl, userError } from '#kernel/server/index.ts';
import { selfOrManager } from '#identity/users/server/feature.ts';
import { readSession } from '../sessions.store.ts';
import { revokeSession } from '../sessions.ts';

export const revokeOneSession = action({
  name: 'revoke-session',
  summary: 'Ends one session of an account.',
  input: z.object({ user_id: fields.id(), session_id: z.string().default('') }),
  permission: selfOrManager('edit_other_users'),
  run: async (ctx, { user_id, session_id }) => {
    if (!session_id) throw invalidBody('session_id');
    const session = await readSession(ctx.db, session_id);
    if (!session) throw userError('app.session.get.app_error', 'There is no such session.');
    if (session.user_id !== user_id) throw invalidUrl('user_id');
    await revokeSession(ctx, session_id);
  },
});
