import { defineEvent, framesOf, toAll } from '#kernel/server/index.ts';
import type { CustomEmoji } from '../wire/index.ts';

/** Somebody added an emoji. */
export const emojiAdded = defineEvent<CustomEmoji>('emoji.added');
/** An emoji is gone. */
export const emojiDeleted = defineEvent<CustomEmoji>('emoji.deleted');

export const emojiFrames = [framesOf(emojiAdded, (emoji) => ({ event: 'emoji_added', data: { emoji: JSON.stringify(emoji) }, ...toAll() }))];
