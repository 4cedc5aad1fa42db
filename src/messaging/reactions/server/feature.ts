import { defineFeature, listenTo } from '#kernel/server/index.ts';
import { emojiDeleted } from '#messaging/emoji/server/feature.ts';
import { afterPostsDeleted, postMetadata, setHasReactions } from '#messaging/posts/server/feature.ts';
import { reactionsFrames } from './reactions.events.ts';
import { addReactionsToPosts } from './reactions.posts.ts';
import { reactionsRoutes } from './reactions.routes.ts';
import { uniqueEmojiLimit } from './reactions.settings.ts';
import { deleteReactionsOf, deleteReactionsWith } from './reactions.store.ts';

export { reactionAdded, reactionRemoved } from './reactions.events.ts';

export { importReactions } from './import-reactions.ts';

/** Emoji that people put under messages. */
export const reactionsFeature = defineFeature({
  name: 'reactions',
  area: 'messaging',
  summary: 'Emoji that people put under messages.',
  tables: ['reactions'],
  routes: reactionsRoutes,
  frames: reactionsFrames,
  settings: [uniqueEmojiLimit],
  listeners: [
    listenTo(emojiDeleted, (ctx, { name }) =>
      ctx.db.tx(async (tx) => {
        await setHasReactions(tx, await deleteReactionsWith(tx, name), false, ctx.now);
      }),
    ),
  ],
  contributes: [postMetadata.add(addReactionsToPosts), afterPostsDeleted.add((tx, _post, ids) => deleteReactionsOf(tx, ids))],
});
