import { defineFeature } from '#kernel/server/index.ts';
import { channelFigures, postSystemMessage } from '#messaging/channels/server/feature.ts';
import { sendMessage } from './actions/send-message.ts';
import { sendOwnTyping } from './actions/send-own-typing.ts';
import { commands, echoMessage } from './posts.commands.ts';
import { createPost } from './posts.create.ts';
import { postsFrames } from './posts.events.ts';
import { mentionNotices } from './posts.notices.ts';
import { postsRoutes } from './posts.routes.ts';
import { postsSettings } from './posts.settings.ts';

export { addresseesIn, mentionsOf } from './mentions-of.ts';
export { findMentions } from './mentions.ts';
export { createPost, type CreateOptions, type NewPostInput } from './posts.create.ts';
export { importPost } from './import-posts.ts';
export { openActionCookie, type ActionCookie } from './action-cookies.ts';
export { removePost } from './posts.delete.ts';
export { editPost, type EditOptions, type PostChange } from './posts.edit.ts';
export { sendEphemeralPost, updateEphemeralPost } from './posts.ephemeral.ts';
export { postCreated, postDeleted, postEdited, type PostCreated } from './posts.events.ts';
export { afterMarkedUnread, afterPostsDeleted, afterPostsInserted, beforePostCreated, beforePostEdited, collapsedThreads, postMetadata, queuedWithPosts, threadFollowers, type PostDraft } from './posts.extensions.ts';
export { canReadPost, inPostChannel, loadPost, ownOrOthers, postsToChannel, readsPost } from './posts.permissions.ts';
export { presentList, presentPosts } from './posts.present.ts';
export { prioritySchema } from './posts.priority.ts';
export { findPost, POST_COLUMNS, setHasReactions, toPost, touchPost } from './posts.store.ts';
export type { NewPost } from './posts.writer.ts';

/** Messages: written, read, edited, deleted, pinned. */
export const postsFeature = defineFeature({
  name: 'posts',
  area: 'messaging',
  summary: 'Messages in channels and threads.',
  tables: ['posts', 'post_threads', 'post_versions', 'posts_priority'],
  routes: postsRoutes,
  commands,
  actions: [sendMessage],
  jobs: [echoMessage],
  socket: { user_typing: sendOwnTyping },
  frames: postsFrames,
  listeners: [mentionNotices],
  settings: postsSettings,
  contributes: [
    channelFigures.add(async (app, channel_id) => ({ pinnedpost_count: (await app.db.one<{ count: number }>('SELECT count(*) FROM posts WHERE channel_id = $1 AND is_pinned AND delete_at = 0', [channel_id])).count })),
    postSystemMessage.add(async (ctx, message) => {
      await createPost(ctx, message);
    }),
  ],
});
