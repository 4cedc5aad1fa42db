import { z } from 'zod';
import { action, fields, newToken, userError } from '#kernel/server/index.ts';
import { loadApp, managesApp, shownToOwner } from '../oauth.permissions.ts';
import { updateApp } from '../oauth.store.ts';

export const regenerateOAuthSecret = action({
  name: 'regenerate-oauth-secret',
  summary: 'Give an app a new secret; the old one is void at once.',
  input: z.object({ app_id: fields.id() }),
  permission: managesApp,
  run: async (ctx, { app_id }) => {
    const before = await loadApp(ctx, app_id);
    if (!before.client_secret) throw userError('api.oauth.regenerate_secret.public_client.app_error', 'A public app has no secret.');
    const app = { ...before, client_secret: ctx.app.secrets.seal(newToken()), update_at: ctx.now };
    await updateApp(ctx.db, app);
    return shownToOwner(ctx, app);
  },
});
