import { z } from 'zod';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { action, fields, invalidBody } from '#kernel/server/index.ts';
import { appFields } from '../oauth.input.ts';
import { loadApp, managesApp, shownToOwner } from '../oauth.permissions.ts';
import { checkApp } from '../oauth.rules.ts';
import { updateApp } from '../oauth.store.ts';

export const updateOAuthApp = action({
  name: 'update-oauth-app',
  summary: 'Change what is told of an app.',
  input: z.object({ app_id: fields.id(), id: z.string().nullish(), ...appFields }),
  permission: managesApp,
  run: async (ctx, { app_id, id, ...given }) => {
    if (id && id !== app_id) throw invalidBody('app_id');
    const before = await loadApp(ctx, app_id);
    const may_trust = await hasPermission(ctx, 'manage_system');
    const app = { ...before, ...given, is_trusted: may_trust ? given.is_trusted : before.is_trusted, update_at: ctx.now };
    checkApp(app);
    await updateApp(ctx.db, app);
    return shownToOwner(ctx, app);
  },
});
