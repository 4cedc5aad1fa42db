import { defineFeature } from '#kernel/server/index.ts';
import { beforeChannelsDeleted } from '#messaging/channels/server/feature.ts';
import { bookmarksFrames } from './bookmarks.events.ts';
import { bookmarksRoutes } from './bookmarks.routes.ts';
import { eraseBookmarks } from './bookmarks.store.ts';

/** Links and files at the top of channels. */
export const bookmarksFeature = defineFeature({
  name: 'bookmarks',
  area: 'messaging',
  summary: 'Links and files at the top of channels.',
  tables: ['channel_bookmarks'],
  routes: bookmarksRoutes,
  frames: bookmarksFrames,
  contributes: [beforeChannelsDeleted.add((ctx, channel_ids) => eraseBookmarks(ctx.db, channel_ids))],
});
