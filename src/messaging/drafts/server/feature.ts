import { userErased } from '#identity/users/server/feature.ts';
import { defineFeature, listenTo } from '#kernel/server/index.ts';
import { beforeChannelsDeleted } from '#messaging/channels/server/feature.ts';
import { waitingFiles } from '#messaging/files/server/feature.ts';
import { afterPostsDeleted, postCreated } from '#messaging/posts/server/feature.ts';
import { draftPlaces } from './drafts.cache.ts';
import { draftDeleted, draftsFrames } from './drafts.events.ts';
import { draftsRoutes } from './drafts.routes.ts';
import { allowSyncedDrafts } from './drafts.settings.ts';
import { deleteDraft, deleteDraftsOfChannels, deleteDraftsOfThreads, deleteDraftsOfUser, findFilesOfDrafts } from './drafts.store.ts';

export { addWaitingFiles, checkDraft, draftFields, priorityOf } from './draft-fields.ts';

/** Messages that are not sent yet, on all devices of who writes them. */
export const draftsFeature = defineFeature({
  name: 'drafts',
  area: 'messaging',
  summary: 'Messages that are not sent yet, on all devices of who writes them.',
  tables: ['drafts'],
  routes: draftsRoutes,
  frames: draftsFrames,
  settings: [allowSyncedDrafts],
  listeners: [
    listenTo(postCreated, async (ctx, { post }) => {
      const places = await draftPlaces(ctx.app).get(post.user_id);
      if (!places?.has(post.channel_id + post.root_id)) return;
      // Somebody may write on while another device sends something else.
      const draft = await deleteDraft(ctx.db, post, post.message);
      if (!draft) return;
      draftPlaces(ctx.app).invalidate(post.user_id);
      ctx.emit(draftDeleted, { draft, connection_id: '' });
    }),
  ],
  contributes: [
    waitingFiles.add((app, file_ids) => findFilesOfDrafts(app.db, file_ids)),
    afterPostsDeleted.add(async (tx, _post, ids) => {
      await deleteDraftsOfThreads(tx, ids);
    }),
    beforeChannelsDeleted.add((ctx, channel_ids) => deleteDraftsOfChannels(ctx.db, channel_ids)),
    userErased.add((ctx, user_id) => deleteDraftsOfUser(ctx.db, user_id)),
  ],
});
