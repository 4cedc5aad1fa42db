import { z } from 'zod';
import { action, fields, newId } from '#kernel/server/index.ts';
import { moveFile } from '#messaging/files/server/feature.ts';
import { attachToBookmark } from '../bookmark-files.ts';
import { bookmarkUpdated } from '../bookmarks.events.ts';
import { bookmarkGone, changesBookmarks } from '../bookmarks.permissions.ts';
import { checkBookmark } from '../bookmarks.rules.ts';
import { deleteBookmark, findBookmark, insertBookmark, lockBookmarks, updateBookmark as writeBookmark } from '../bookmarks.store.ts';

const text = z.string().nullish().transform((value) => value?.replaceAll('\u0000', ''));

/** Changes a bookmark. That of somebody else is kept as deleted and replaced by one of the actor, so that it stays known who wrote what. */
export const updateBookmark = action({
  name: 'update-bookmark',
  summary: 'Change a bookmark of a channel.',
  input: z.object({ channel_id: fields.id(), bookmark_id: fields.id(), display_name: text, link_url: text, image_url: text, emoji: text, file_id: fields.optionalId().nullish().transform((id) => id || undefined) }),
  permission: changesBookmarks('edit', 'update_channel_bookmark'),
  run: async (ctx, { channel_id, bookmark_id, ...patch }) => {
    const change = await ctx.db.tx(async (tx) => {
      await lockBookmarks(tx, channel_id);
      const before = await findBookmark(tx, channel_id, bookmark_id);
      if (!before) throw bookmarkGone();
      const content = {
        type: before.type, file_id: patch.file_id ?? before.file_id, display_name: patch.display_name ?? before.display_name, link_url: patch.link_url ?? before.link_url ?? '',
        image_url: patch.image_url ?? before.image_url ?? '', emoji: (patch.emoji ?? before.emoji ?? '').replace(/^:|:$/g, '').slice(0, 64),
      };
      checkBookmark(content);
      const is_own = before.owner_id === ctx.actor.user_id;
      const id = is_own ? before.id : newId(ctx.now);
      if (content.file_id !== before.file_id) await attachToBookmark(ctx, tx, content.file_id, { id, channel_id });
      else if (content.file_id && !is_own) await moveFile(tx, content.file_id, before.id, id);
      if (is_own) await writeBookmark(tx, id, content, ctx.now);
      else {
        await insertBookmark(tx, { ...content, id, channel_id, owner_id: ctx.actor.user_id, sort_order: before.sort_order, original_id: before.id, parent_id: before.parent_id ?? '' }, ctx.now);
        await deleteBookmark(tx, before.id, ctx.now);
      }
      const updated = (await findBookmark(tx, channel_id, id))!;
      return is_own ? { updated } : { updated, deleted: { ...before, delete_at: ctx.now, update_at: ctx.now } };
    });
    ctx.emit(bookmarkUpdated, { ...change, channel_id, connection_id: ctx.origin.connection_id });
    return change;
  },
});
