import { getUser, userDeactivated, userErased, userManagers } from '#identity/users/server/feature.ts';
import { defineFeature, listenTo } from '#kernel/server/index.ts';
import { beforePostCreated } from '#messaging/posts/server/feature.ts';
import { disableOrphans } from './bots.orphans.ts';
import { isManagedBot } from './bots.permissions.ts';
import { botsRoutes } from './bots.routes.ts';
import { botsSettings } from './bots.settings.ts';
import { deleteBot } from './bots.store.ts';

/** Accounts for programs. */
export const botsFeature = defineFeature({
  name: 'bots',
  area: 'extensions',
  summary: 'Accounts for programs.',
  tables: ['bots'],
  routes: botsRoutes,
  settings: botsSettings,
  listeners: [listenTo(userDeactivated, (ctx, { user }) => (user.is_bot ? undefined : disableOrphans(ctx, user.id)))],
  contributes: [
    userManagers.add(isManagedBot),
    userErased.add((ctx, user_id) => deleteBot(ctx.db, user_id)),
    // Also on what the server says of a bot, such as that it has joined.
    beforePostCreated.add(async (ctx, draft) => {
      if ((await getUser(ctx.app, draft.user_id))?.is_bot) draft.props['from_bot'] = 'true';
    }),
  ],
  start: async (app) => {
    // A process may die between the deactivation of an owner and that of the bots.
    const ctx = app.systemCtx();
    await disableOrphans(ctx, '');
  },
});
