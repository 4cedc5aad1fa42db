import { z } from 'zod';
import { revokeSession } from '#identity/sessions/server/feature.ts';
import { action, fields } from '#kernel/server/index.ts';
import { managesApp } from '../oauth.permissions.ts';
import { deleteApp, sessionsOfApp } from '../oauth.store.ts';

export const deleteOAuthApp = action({
  name: 'delete-oauth-app',
  summary: 'Remove an app and end all that it does for people.',
  input: z.object({ app_id: fields.id() }),
  permission: managesApp,
  run: async (ctx, { app_id }) => {
    // The sessions first: without the app nobody would know which they were.
    for (const session_id of await sessionsOfApp(ctx.db, app_id)) await revokeSession(ctx, session_id);
    await deleteApp(ctx.db, app_id);
  },
});
