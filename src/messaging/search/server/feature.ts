import { defineFeature, listenTo } from '#kernel/server/index.ts';
import { postEdited } from '#messaging/posts/server/feature.ts';
import { searchRoutes } from './search.routes.ts';
import { searchSettings } from './search.settings.ts';
import { startUpkeep } from './search.upkeep.ts';
import { learnWords } from './search.vocabulary.ts';

/** Looking for messages and files. */
export const searchFeature = defineFeature({
  name: 'search',
  area: 'messaging',
  summary: 'Search of messages and files.',
  tables: ['search_vocabulary', 'search_progress'],
  routes: searchRoutes,
  settings: searchSettings,
  listeners: [listenTo(postEdited, (ctx, { post, is_reworded }) => (is_reworded ? learnWords(ctx.db, post.message) : undefined))],
  start: startUpkeep,
});
