import { connectionAlive, connectionClosed, connectionOpened, defineFeature, listenTo, type App } from '#kernel/server/index.ts';
import { userDeactivated, userOrders, userUpdated } from '#identity/users/server/feature.ts';
import { endCustomStatuses } from './custom-status.jobs.ts';
import { startPresence } from './presence.ts';
import { commands } from './status.commands.ts';
import { frames } from './status.events.ts';
import { routes, socket } from './status.routes.ts';
import { settings } from './status.settings.ts';
import { followAutoResponder, forceOffline, leaveLater, markActive, markIdle, watchDndEnds } from './status.ts';
import { clearPresence } from './statuses.store.ts';

export { statusChanged } from './status.events.ts';
export { getStatuses, markActive } from './status.ts';

export const statusFeature = defineFeature({
  name: 'status',
  area: 'identity',
  summary: 'Who is online, away or not to be disturbed, and what people say they are doing.',
  tables: ['statuses'],
  routes,
  commands,
  socket,
  frames,
  settings,
  jobs: [endCustomStatuses],
  listeners: [
    listenTo(connectionOpened, ({ app }, { user_id }) => markActive(app, user_id)),
    listenTo(connectionClosed, ({ app }, { user_id, open_count }) => (open_count ? undefined : leaveLater(app, user_id))),
    listenTo(connectionAlive, ({ app }, { user_id }) => markIdle(app, user_id)),
    listenTo(userUpdated, ({ app }, { user, old }) => followAutoResponder(app, user, old)),
    listenTo(userDeactivated, ({ app }, { user }) => forceOffline(app, user.id)),
  ],
  contributes: [
    userOrders.add({ name: 'status', order_by: "array_position(ARRAY['online', 'away', 'dnd'], (SELECT s.status FROM statuses s WHERE s.user_id = u.id))" }),
    userOrders.add({ name: 'last_activity_at', order_by: 'coalesce((SELECT s.last_activity_at FROM statuses s WHERE s.user_id = u.id), 0) DESC' }),
  ],
  start: async (app: App) => {
    await clearPresence(app.db);
    const write = startPresence(app);
    const stop = watchDndEnds(app);
    return async () => {
      stop();
      await write();
    };
  },
});
