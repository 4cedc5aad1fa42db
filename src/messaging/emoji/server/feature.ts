import { defineFeature } from '#kernel/server/index.ts';
import { postMetadata } from '#messaging/posts/server/feature.ts';
import { emojiFrames } from './emoji.events.ts';
import { addEmojiOfTexts } from './emoji.posts.ts';
import { emojiRoutes } from './emoji.routes.ts';
import { emojiSettings } from './emoji.settings.ts';

export { emojiExists, findCustomEmoji } from './emoji.cache.ts';
export { emojiDeleted } from './emoji.events.ts';
export { addEmoji } from './emoji.posts.ts';

/** Emoji that people add. */
export const emojiFeature = defineFeature({
  name: 'emoji',
  area: 'messaging',
  summary: 'Emoji: the built-in names, and pictures that people add.',
  tables: ['custom_emoji'],
  routes: emojiRoutes,
  frames: emojiFrames,
  settings: emojiSettings,
  contributes: [postMetadata.add(addEmojiOfTexts)],
});
