import { z } from 'zod';
import { action, fields, invalidBody, invalidUrl, userError } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { selfOrManager } from '#identity/users/server/feature.ts';
import { deleteAllSessions, readSession } from '../sessions.store.ts';
import { endedSessions, revokeSession, revokeSessions } from '../sessions.ts';

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

export const revokeSessionsOf = action({
  name: 'revoke-sessions-of-user',
  summary: 'Ends every session of an account, the current one too.',
  input: z.object({ user_id: fields.id() }),
  permission: selfOrManager('edit_other_users'),
  run: (ctx, { user_id }) => revokeSessions(ctx, user_id),
});

export const revokeAllSessions = action({
  name: 'revoke-all-sessions',
  summary: 'Ends every session of everybody.',
  input: z.object({}),
  permission: inSystem('manage_system'),
  run: async (ctx) => endedSessions(ctx.app, await deleteAllSessions(ctx.db, '')),
});
