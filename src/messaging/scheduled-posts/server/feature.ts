import { userErased } from '#identity/users/server/feature.ts';
import { defineFeature } from '#kernel/server/index.ts';
import { beforeChannelsDeleted } from '#messaging/channels/server/feature.ts';
import { waitingFiles } from '#messaging/files/server/feature.ts';
import { scheduledPostsFrames } from './scheduled-posts.events.ts';
import { sendScheduledPost } from './scheduled-posts.jobs.ts';
import { scheduledPostsRoutes } from './scheduled-posts.routes.ts';
import { enableScheduledPosts } from './scheduled-posts.settings.ts';
import { deleteScheduledOfChannels, deleteScheduledOfUser, findFilesOfScheduled } from './scheduled-posts.store.ts';

/** Messages that the server sends later. */
export const scheduledPostsFeature = defineFeature({
  name: 'scheduled-posts',
  area: 'messaging',
  summary: 'Messages that the server sends later in their writers\' names.',
  tables: ['scheduled_posts'],
  routes: scheduledPostsRoutes,
  frames: scheduledPostsFrames,
  jobs: [sendScheduledPost],
  settings: [enableScheduledPosts],
  contributes: [
    waitingFiles.add((app, file_ids) => findFilesOfScheduled(app.db, file_ids)),
    beforeChannelsDeleted.add((ctx, channel_ids) => deleteScheduledOfChannels(ctx.db, channel_ids)),
    userErased.add((ctx, user_id) => deleteScheduledOfUser(ctx.db, user_id)),
  ],
});
