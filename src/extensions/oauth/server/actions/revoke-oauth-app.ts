import { z } from 'zod';
import { revokeSession } from '#identity/sessions/server/feature.ts';
import { action, fields, signedIn } from '#kernel/server/index.ts';
import { deleteGrant, sessionsOfApp } from '../oauth.store.ts';

export const revokeOAuthApp = action({
  name: 'revoke-oauth-app',
  summary: 'Let an app act for oneself no longer.',
  input: z.object({ client_id: fields.id() }),
  permission: signedIn('everybody decides who acts for them'),
  run: async (ctx, { client_id }) => {
    await deleteGrant(ctx.db, ctx.actor.user_id, client_id);
    for (const session_id of await sessionsOfApp(ctx.db, client_id, ctx.actor.user_id)) await revokeSession(ctx, session_id);
  },
});
