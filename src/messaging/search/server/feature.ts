import { defineFeature, listenTo } from '#kernel/server/index.ts';
import { postCreated, postEdited } from '#messaging/posts/server/feature.ts';
import { extractContents } from './content/extract-content.ts';
import { hasText } from './content/extract-text.ts';
import { searchRoutes } from './search.routes.ts';
import { searchSettings } from './search.settings.ts';
import { startUpkeep } from './search.upkeep.ts';
import { learnWords } from './search.vocabulary.ts';

export { extractWaiting } from './content/extract-content.ts';

// Several files in a row are one job.
const SOON_MS = 1000;

/** Looking for messages and files. */
export const searchFeature = defineFeature({
  name: 'search',
  area: 'messaging',
  summary: 'Search of messages and files.',
  tables: ['search_vocabulary', 'search_progress', 'file_contents'],
  routes: searchRoutes,
  settings: searchSettings,
  jobs: [extractContents],
  listeners: [
    listenTo(postEdited, (ctx, { post, is_reworded }) => (is_reworded ? learnWords(ctx.db, post.message) : undefined)),
    // One job takes all that wait; a second one for the same moment would find nothing.
    listenTo(postCreated, (ctx, { post }) => (post.metadata?.files?.some(hasText) ? ctx.jobs.add(extractContents, {}, { key: 'extract-file-contents', run_at: ctx.now + SOON_MS }) : undefined)),
  ],
  start: startUpkeep,
});
