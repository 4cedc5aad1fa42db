import { z } from 'zod';
import { action, fields, invalidBody } from '#kernel/server/index.ts';
import { bookmarksSorted } from '../bookmarks.events.ts';
import { bookmarkGone, changesBookmarks } from '../bookmarks.permissions.ts';
import { listBookmarks, lockBookmarks, orderBookmarks } from '../bookmarks.store.ts';

/** Moves a bookmark to another place of the row. Answers with the whole row. */
export const sortBookmark = action({
  name: 'sort-bookmark',
  summary: 'Move a bookmark of a channel to another place.',
  input: z.object({ channel_id: fields.id(), bookmark_id: fields.id(), newSortOrder: z.number().int() }),
  permission: changesBookmarks('order', 'update_channel_bookmark_sort_order'),
  run: async (ctx, { channel_id, bookmark_id, newSortOrder }) => {
    const bookmarks = await ctx.db.tx(async (tx) => {
      await lockBookmarks(tx, channel_id);
      const ids = (await listBookmarks(tx, channel_id)).map((bookmark) => bookmark.id);
      if (!ids.includes(bookmark_id)) throw bookmarkGone();
      if (newSortOrder < 0 || newSortOrder >= ids.length) throw invalidBody('newSortOrder', `It must be a place from 0 to ${ids.length - 1}.`);
      const others = ids.filter((id) => id !== bookmark_id);
      others.splice(newSortOrder, 0, bookmark_id);
      await orderBookmarks(tx, others, ctx.now);
      return listBookmarks(tx, channel_id);
    });
    ctx.emit(bookmarksSorted, { bookmarks, channel_id, connection_id: ctx.origin.connection_id });
    return bookmarks;
  },
});
