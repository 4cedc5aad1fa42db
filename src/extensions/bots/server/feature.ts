import { userDeactivated, userErased, userManagers } from '#identity/users/server/feature.ts';
import { defineFeature, listenTo } from '#kernel/server/index.ts';
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
  contributes: [userManagers.add(isManagedBot), userErased.add((ctx, user_id) => deleteBot(ctx.db, user_id))],
  start: async (app) => {
    // A process may die between the deactivation of an owner and that of the bots.
    const ctx = app.systemCtx();
    await disableOrphans(ctx, '');
  },
});
