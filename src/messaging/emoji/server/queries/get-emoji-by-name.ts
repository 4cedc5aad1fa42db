import { z } from 'zod';
import { invalidUrl, query, signedIn, userError } from '#kernel/server/index.ts';
import { emoji_name_max, emoji_name_pattern } from '../../wire/index.ts';
import { customEmoji } from '../emoji.cache.ts';
import { demandCustomEmoji } from '../emoji.settings.ts';

/** One emoji by its name. */
export const getEmojiByName = query({
  name: 'get-emoji-by-name',
  summary: 'Read a custom emoji by its name.',
  input: z.object({ emoji_name: z.string() }),
  permission: signedIn('emoji are the same for everybody'),
  run: async (ctx, { emoji_name }) => {
    demandCustomEmoji(ctx);
    if (!emoji_name_pattern.test(emoji_name) || emoji_name.length > emoji_name_max) throw invalidUrl('emoji_name');
    const emoji = (await customEmoji(ctx.app)).get(emoji_name);
    if (!emoji) throw userError('app.emoji.get_by_name.no_result', `There is no emoji :${emoji_name}:.`, 404);
    return emoji;
  },
});
