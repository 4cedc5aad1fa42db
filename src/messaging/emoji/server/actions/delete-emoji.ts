import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { forgetEmoji } from '../emoji.cache.ts';
import { emojiDeleted } from '../emoji.events.ts';
import { deletesEmoji } from '../emoji.permissions.ts';
import { loadEmoji, toCustomEmoji } from '../emoji.read.ts';
import { deleteEmoji as removeEmoji } from '../emoji.store.ts';

/** Deletes an emoji. Its name is free again. */
export const deleteEmoji = action({
  name: 'delete-emoji',
  summary: 'Delete a custom emoji.',
  input: z.object({ emoji_id: fields.id() }),
  permission: deletesEmoji,
  run: async (ctx, { emoji_id }) => {
    const emoji = await loadEmoji(ctx, emoji_id);
    if (!(await removeEmoji(ctx.db, emoji_id, ctx.now))) return;
    await ctx.app.files.removeFolder(`emoji/${emoji_id}`);
    forgetEmoji(ctx.app);
    ctx.emit(emojiDeleted, toCustomEmoji(emoji));
  },
});
