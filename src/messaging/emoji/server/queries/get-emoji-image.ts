import { z } from 'zod';
import { fields, query, signedIn } from '#kernel/server/index.ts';
import { loadEmoji } from '../emoji.read.ts';

/** The picture of an emoji. */
export const getEmojiImage = query({
  name: 'get-emoji-image',
  summary: 'Show the picture of a custom emoji.',
  input: z.object({ emoji_id: fields.id() }),
  permission: signedIn('emoji are the same for everybody'),
  run: (ctx, { emoji_id }) => loadEmoji(ctx, emoji_id),
});
