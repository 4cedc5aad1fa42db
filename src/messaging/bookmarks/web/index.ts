import { defineWebFeature } from '#kernel/web/index.ts';
import { channel_slots } from '#messaging/channels/web/index.ts';
import { forgetBookmarks, listenToBookmarks } from './bookmarks.state.ts';
import { AddFirstBookmark, BookmarkBar } from './components/BookmarkBar.tsx';

export default defineWebFeature({
  name: 'bookmarks',
  slots: [channel_slots.below_header.add(BookmarkBar), channel_slots.header_actions.add(AddFirstBookmark)],
  start: listenToBookmarks,
  // What was missed for good is fetched again by who shows it.
  load: async () => forgetBookmarks(),
  forget: forgetBookmarks,
});
