import { defineWebFeature } from '#kernel/web/index.ts';
import './emoji.css';
import { listenToEmojis } from './emoji.realtime.ts';
import { forgetCustomEmojis } from './emoji.state.ts';

export { Emoji, EmojiText, type EmojiProps } from './components/Emoji/Emoji.tsx';
export { EmojiPickerButton, type EmojiPickerButtonProps } from './components/EmojiPicker/EmojiPickerButton.tsx';
export { emojiName, searchEmojis, nameInTone, type SystemEmoji } from './emoji.catalogue.ts';
export { suggestEmojis } from './emoji.client.ts';
export { rememberEmoji, useRecentEmojis, useSkinTone } from './emoji.recent.ts';
export { addCustomEmojis, loadCatalogue, loadKeywords } from './emoji.state.ts';

export default defineWebFeature({ name: 'emoji', start: listenToEmojis, forget: forgetCustomEmojis });
