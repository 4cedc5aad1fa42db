import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { loadApp, managesApp, shownToOwner } from '../oauth.permissions.ts';

export const getOAuthApp = query({
  name: 'get-oauth-app',
  summary: 'Show an app to who manages it, with its secret.',
  input: z.object({ app_id: fields.id() }),
  permission: managesApp,
  run: async (ctx, { app_id }) => shownToOwner(ctx, await loadApp(ctx, app_id)),
});
