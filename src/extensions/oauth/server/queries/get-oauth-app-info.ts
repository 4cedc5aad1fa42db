import { z } from 'zod';
import { fields, query, signedIn } from '#kernel/server/index.ts';
import { demandProvider, loadApp, shownToAll } from '../oauth.permissions.ts';

export const getOAuthAppInfo = query({
  name: 'get-oauth-app-info',
  summary: 'Tell who an app is that asks to act for somebody.',
  input: z.object({ app_id: fields.id() }),
  permission: signedIn('who is asked to let an app in must see who it is'),
  run: async (ctx, { app_id }) => {
    demandProvider(ctx);
    return shownToAll(await loadApp(ctx, app_id));
  },
});
