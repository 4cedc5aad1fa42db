import { parseJsonText, realtime } from '#kernel/web/index.ts';
import type { EmojiEvents } from '#messaging/emoji/wire/index.ts';
import { addCustomEmojis, forgetCustomEmojis } from './emoji.state.ts';

export function listenToEmojis(): void {
  realtime.on<EmojiEvents['emoji_added']>('emoji_added', ({ emoji }) => addCustomEmojis([parseJsonText(emoji)]));
  // Names that were unknown may have been made meanwhile.
  realtime.on_resync(forgetCustomEmojis);
}
