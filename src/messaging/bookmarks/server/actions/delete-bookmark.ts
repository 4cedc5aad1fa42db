import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { deleteFilesOf } from '#messaging/files/server/feature.ts';
import { bookmarkDeleted } from '../bookmarks.events.ts';
import { bookmarkGone, changesBookmarks } from '../bookmarks.permissions.ts';
import { deleteBookmark as markDeleted, findBookmark, listBookmarks, lockBookmarks, orderBookmarks } from '../bookmarks.store.ts';

/** Takes a bookmark away, with its file. */
export const deleteBookmark = action({
  name: 'delete-bookmark',
  summary: 'Take a bookmark of a channel away.',
  input: z.object({ channel_id: fields.id(), bookmark_id: fields.id() }),
  permission: changesBookmarks('delete', 'delete_channel_bookmark'),
  run: async (ctx, { channel_id, bookmark_id }) => {
    const found = await ctx.db.tx(async (tx) => {
      await lockBookmarks(tx, channel_id);
      const before = await findBookmark(tx, channel_id, bookmark_id);
      if (!before) throw bookmarkGone();
      await markDeleted(tx, bookmark_id, ctx.now);
      if (before.file_id) await deleteFilesOf(tx, [bookmark_id], ctx.now);
      await orderBookmarks(tx, (await listBookmarks(tx, channel_id)).map((b) => b.id), ctx.now);
      return before;
    });
    const bookmark = { ...found, delete_at: ctx.now, update_at: ctx.now };
    ctx.emit(bookmarkDeleted, { bookmark, channel_id, connection_id: ctx.origin.connection_id });
    return bookmark;
  },
});
