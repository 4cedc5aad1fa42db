import { defineFeature, newToken } from '#kernel/server/index.ts';
import { channelFigures } from '#messaging/channels/server/feature.ts';
import { afterPostsDeleted, afterPostsInserted, beforePostCreated, beforePostEdited, postMetadata } from '#messaging/posts/server/feature.ts';
import { startCleanup } from './files.cleanup.ts';
import { addFilesToPosts, attachToPosts, changeFilesOfPost, keepOwnFiles } from './files.posts.ts';
import { filesRoutes } from './files.routes.ts';
import { filesSettings, publicLinkSalt } from './files.settings.ts';
import { countFiles, deleteFilesOf } from './files.store.ts';

export { storeWholeFile } from './files.describe.ts';
export { sendFile } from './files.send.ts';
export { enableFileAttachments, maxFileSize } from './files.settings.ts';
export { cleanFileName, contentDisposition } from './files.rules.ts';
export { originalPath } from './files.paths.ts';
export { waitingFiles } from './files.extensions.ts';
export { attachFiles, deleteFilesOf, FILE_COLUMNS, findOwnFiles, moveFile, toFileInfo, type FileRow } from './files.store.ts';

/** Files of messages: uploaded, shown, downloaded, shared. */
export const filesFeature = defineFeature({
  name: 'files',
  area: 'messaging',
  summary: 'Files that messages carry.',
  tables: ['files'],
  routes: filesRoutes,
  settings: filesSettings,
  contributes: [
    beforePostCreated.add(keepOwnFiles),
    afterPostsInserted.add(attachToPosts),
    beforePostEdited.add(changeFilesOfPost),
    afterPostsDeleted.add((tx, _post, ids, now) => deleteFilesOf(tx, ids, now)),
    postMetadata.add(addFilesToPosts),
    channelFigures.add(async (app, channel_id, wanted) => (wanted.files ? { files_count: await countFiles(app.db, channel_id) } : {})),
  ],
  start: async (app) => {
    if (!app.settings.get(publicLinkSalt)) await app.settings.set(publicLinkSalt, newToken());
    return startCleanup(app);
  },
});
