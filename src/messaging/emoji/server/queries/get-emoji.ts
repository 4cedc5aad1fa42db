import { z } from 'zod';
import { fields, query, signedIn } from '#kernel/server/index.ts';
import { loadEmoji, toCustomEmoji } from '../emoji.read.ts';

/** One emoji by its id. */
export const getEmoji = query({
  name: 'get-emoji',
  summary: 'Read a custom emoji.',
  input: z.object({ emoji_id: fields.id() }),
  permission: signedIn('emoji are the same for everybody'),
  run: async (ctx, { emoji_id }) => toCustomEmoji(await loadEmoji(ctx, emoji_id)),
});
