import { z } from 'zod';
import { action, fields, newId, userError } from '#kernel/server/index.ts';
import { bookmark_limits } from '../../wire/index.ts';
import { attachToBookmark } from '../bookmark-files.ts';
import { bookmarkCreated } from '../bookmarks.events.ts';
import { changesBookmarks } from '../bookmarks.permissions.ts';
import { checkBookmark } from '../bookmarks.rules.ts';
import { findBookmark, insertBookmark, listBookmarks, lockBookmarks } from '../bookmarks.store.ts';

const text = z.string().nullish().transform((value) => (value ?? '').replaceAll('\u0000', ''));

/** Puts a link or a file to the top of a channel, behind those that are there. */
export const createBookmark = action({
  name: 'create-bookmark',
  summary: 'Put a link or a file to the top of a channel.',
  input: z.object({ channel_id: fields.id(), type: z.enum(['link', 'file']), display_name: text, link_url: text, image_url: text, emoji: text, file_id: fields.optionalId().nullish().transform((id) => id ?? ''), parent_id: fields.optionalId().nullish().transform((id) => id ?? '') }),
  permission: changesBookmarks('add', 'create_channel_bookmark'),
  run: async (ctx, { channel_id, parent_id, ...input }) => {
    const content = { ...input, emoji: input.emoji.replace(/^:|:$/g, '').slice(0, 64) };
    checkBookmark(content);
    const id = newId(ctx.now);
    const bookmark = await ctx.db.tx(async (tx) => {
      await lockBookmarks(tx, channel_id);
      const others = await listBookmarks(tx, channel_id);
      if (others.length >= bookmark_limits.per_channel) throw userError('app.channel.bookmark.save.limit.app_error', `A channel can have ${bookmark_limits.per_channel} bookmarks. Remove one first.`);
      if (content.file_id) await attachToBookmark(ctx, tx, content.file_id, { id, channel_id });
      await insertBookmark(tx, { ...content, id, channel_id, parent_id, original_id: '', owner_id: ctx.actor.user_id, sort_order: (others.at(-1)?.sort_order ?? -1) + 1 }, ctx.now);
      return (await findBookmark(tx, channel_id, id))!;
    });
    ctx.emit(bookmarkCreated, { bookmark, channel_id, connection_id: ctx.origin.connection_id });
    return bookmark;
  },
});
